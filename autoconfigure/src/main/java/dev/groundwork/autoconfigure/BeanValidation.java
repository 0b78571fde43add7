package dev.groundwork.autoconfigure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.util.Assert;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * Validates by constraints as Spring Boot does, and tells what they demand without the
 * value that breaks them.
 */
final class BeanValidation implements AutoCloseable {

	private final LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();

	private final Demands demands;

	BeanValidation(MessageInterpolatorFactory texts) {
		this.demands = new Demands(texts.getObject());
		this.validator.setConstraintValidatorFactory(new PlainConstraintValidators());
		this.validator.setMessageInterpolator(this.demands);
		this.validator.afterPropertiesSet();
	}

	/**
	 * Return a validator of one type, and of what that type says is to be validated with
	 * it.
	 * @param type the type
	 * @return the validator
	 */
	Validator of(Class<?> type) {
		return new Validator() {

			@Override
			public boolean supports(Class<?> candidate) {
				return type.equals(candidate);
			}

			@Override
			public void validate(Object target, Errors errors) {
				BeanValidation.this.validator.validate(target, errors);
			}

		};
	}

	/**
	 * Return what a constraint demands.
	 * @param error an error of a validator
	 * @return the text or {@code null} if the error comes from another validator
	 */
	@Nullable String demand(ObjectError error) {
		String message = error.getDefaultMessage();
		return (message != null && this.demands.told.contains(message)) ? message : null;
	}

	@Override
	public void close() {
		this.validator.close();
	}

	/**
	 * The template that a validator builds itself may have the value in it, so only the
	 * one that is declared is read, and nothing of it can see the value.
	 */
	private static final class Demands implements MessageInterpolator {

		private final Set<String> told = new HashSet<>();

		private final MessageInterpolator texts;

		Demands(MessageInterpolator texts) {
			this.texts = texts;
		}

		@Override
		public String interpolate(String messageTemplate, Context context) {
			ConstraintDescriptor<?> descriptor = context.getConstraintDescriptor();
			String demand = "@" + descriptor.getAnnotation().annotationType().getSimpleName();
			try {
				demand = this.texts.interpolate(descriptor.getMessageTemplate(), new Masked(descriptor)) + " (" + demand
						+ ")";
			}
			catch (RuntimeException ex) {
				// the name of the constraint has to do
			}
			this.told.add(demand);
			return demand;
		}

		@Override
		public String interpolate(String messageTemplate, Context context, Locale locale) {
			return interpolate(messageTemplate, context);
		}

	}

	/**
	 * A constraint without the value that breaks it.
	 *
	 * @param descriptor the constraint
	 */
	private record Masked(ConstraintDescriptor<?> descriptor) implements MessageInterpolator.Context {

		@Override
		public ConstraintDescriptor<?> getConstraintDescriptor() {
			return this.descriptor;
		}

		@Override
		public Object getValidatedValue() {
			return "…";
		}

		@Override
		public <T> T unwrap(Class<T> type) {
			return type.cast(this);
		}

	}

	/**
	 * A validator that needs beans cannot be made before there are any.
	 */
	private static final class PlainConstraintValidators implements ConstraintValidatorFactory {

		private final Map<Class<?>, Boolean> plain = new HashMap<>();

		@Override
		public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> key) {
			Assert.state(this.plain.computeIfAbsent(key, Injection::isAbsentFrom),
					() -> key.getName() + " needs to be a bean");
			return BeanUtils.instantiateClass(key);
		}

		@Override
		public void releaseInstance(ConstraintValidator<?, ?> instance) {
		}

	}

}
