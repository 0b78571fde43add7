package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.Validator;

/**
 * The validators that Spring Boot applies to what it binds.
 */
final class PropertiesValidation implements AutoCloseable {

	private static final String VALIDATOR = EnableConfigurationProperties.VALIDATOR_BEAN_NAME;

	private final boolean constraints;

	private final boolean undecided;

	private final SingletonSupplier<Validator> configured;

	private @Nullable BeanValidation beanValidation;

	PropertiesValidation(ConfigurableListableBeanFactory beanFactory) {
		this.constraints = isPresent(beanFactory.getBeanClassLoader());
		boolean absent = !beanFactory.containsBean(VALIDATOR);
		this.undecided = !absent && !isEarly(beanFactory);
		this.configured = SingletonSupplier
			.ofNullable(() -> (absent || this.undecided) ? null : beanFactory.getBean(VALIDATOR, Validator.class));
	}

	// not in BeanValidation, which cannot be loaded without
	private static boolean isPresent(@Nullable ClassLoader classLoader) {
		return Stream
			.of("jakarta.validation.Validator", "jakarta.validation.ValidatorFactory",
					"jakarta.validation.bootstrap.GenericBootstrap")
			.allMatch((name) -> ClassUtils.isPresent(name, classLoader));
	}

	// a validator that needs other beans would be made too early
	private static boolean isEarly(ConfigurableListableBeanFactory beanFactory) {
		return beanFactory.containsBeanDefinition(VALIDATOR)
				&& beanFactory.getMergedBeanDefinition(VALIDATOR) instanceof RootBeanDefinition definition
				&& definition.getFactoryBeanName() == null && definition.getResolvedFactoryMethod() != null
				&& definition.getResolvedFactoryMethod().getParameterCount() == 0;
	}

	boolean validates(PropertiesTarget target) {
		return !this.undecided && (this.configured.get() != null || (this.constraints && target.validated())
				|| Validator.class.isAssignableFrom(target.type().toClass()));
	}

	List<Validator> validators(PropertiesTarget target, Bindable<Object> bindable) {
		List<Validator> validators = new ArrayList<>();
		if (this.undecided) {
			return validators;
		}
		Validator configured = this.configured.get();
		if (configured != null) {
			validators.add(configured);
		}
		Class<?> type = target.type().toClass();
		if (this.constraints && target.validated()) {
			validators.add(beanValidation().of(type));
		}
		if (bindable.getValue() != null && bindable.getValue().get() instanceof Validator own) {
			validators.add(own);
		}
		else if (bindable.getValue() == null && Validator.class.isAssignableFrom(type)) {
			validators.add(new OwnValidator(type));
		}
		return validators;
	}

	@Nullable String demand(ObjectError error) {
		return (this.beanValidation != null) ? this.beanValidation.demand(error) : null;
	}

	private BeanValidation beanValidation() {
		BeanValidation beanValidation = this.beanValidation;
		if (beanValidation == null) {
			beanValidation = new BeanValidation(new MessageInterpolatorFactory());
			this.beanValidation = beanValidation;
		}
		return beanValidation;
	}

	@Override
	public void close() {
		if (this.beanValidation != null) {
			this.beanValidation.close();
		}
	}

	/**
	 * Lets an object validate itself when its constructor has been called.
	 *
	 * @param type the type of the object
	 */
	private record OwnValidator(Class<?> type) implements Validator {

		@Override
		public boolean supports(Class<?> candidate) {
			return candidate.isAssignableFrom(this.type);
		}

		@Override
		public void validate(Object target, Errors errors) {
			((Validator) target).validate(target, errors);
		}

	}

}
