package dev.groundwork.autoconfigure;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindConstructorProvider;
import org.springframework.boot.context.properties.bind.BindMethod;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.validation.annotation.Validated;

/**
 * What a {@link ConfigurationProperties} bean will be bound to, as far as it is known
 * before there is a bean.
 *
 * @param annotation the annotation, of the bean or of the method that makes it
 * @param type the type
 * @param validated whether constraints are validated
 * @param definition how the bean comes into being
 */
record PropertiesTarget(MergedAnnotation<ConfigurationProperties> annotation, ResolvableType type, boolean validated,
		RootBeanDefinition definition) {

	private static final String BIND_METHOD = BindMethod.class.getName();

	private static final String OWN = PropertiesTarget.class.getPackageName() + ".";

	/**
	 * Find the bean's target without making the bean.
	 * @param beanFactory has the definition of the bean
	 * @param name the name of the bean
	 * @return the target or {@code null} if nothing is bound when the application starts
	 */
	static @Nullable PropertiesTarget find(ConfigurableListableBeanFactory beanFactory, String name) {
		BeanDefinition declared = beanFactory.getBeanDefinition(name);
		MethodMetadata made = (declared instanceof AnnotatedBeanDefinition annotated)
				? annotated.getFactoryMethodMetadata() : null;
		boolean bound = declared.hasAttribute(BIND_METHOD)
				|| (made != null && made.isAnnotated(ConfigurationProperties.class.getName()));
		if (!bound && (isOfSpringOrJava(typeOf(declared, made)) || isOwn(declared, made))) {
			return null;
		}
		Class<?> type = beanFactory.getType(name, false);
		if (type == null || !(bound || isBound(type))
				|| !(beanFactory.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition)) {
			return null;
		}
		Method method = definition.getResolvedFactoryMethod();
		MergedAnnotation<ConfigurationProperties> annotation = annotation(ConfigurationProperties.class, method, type);
		if (!annotation.isPresent() || definition.isAbstract() || definition.isLazyInit()
				|| !definition.isSingleton()) {
			return null;
		}
		boolean validated = annotation(Validated.class, method, type).isPresent();
		ResolvableType target = (method != null) ? ResolvableType.forMethodReturnType(method)
				: ResolvableType.forClass(ClassUtils.getUserClass(type));
		return new PropertiesTarget(annotation, target, validated, definition);
	}

	// those of Spring are bound by their methods or registered as what they are; looking
	// at the hundreds of others takes as long as the whole contract
	private static boolean isBound(Class<?> type) {
		for (Class<?> current = type; current != null
				&& !isOfSpringOrJava(current.getName()); current = current.getSuperclass()) {
			if (MergedAnnotations.from(current).isPresent(ConfigurationProperties.class)) {
				return true;
			}
		}
		return false;
	}

	private static String typeOf(BeanDefinition definition, @Nullable MethodMetadata made) {
		String type = (made != null) ? made.getReturnTypeName() : definition.getBeanClassName();
		return (type != null) ? type : "";
	}

	// of our beans only those are bound that are registered as what they are
	private static boolean isOwn(BeanDefinition definition, @Nullable MethodMetadata made) {
		String type = (made != null) ? made.getDeclaringClassName() : definition.getBeanClassName();
		return type != null && type.startsWith(OWN) && type.split("\\$", 2)[0].endsWith("AutoConfiguration");
	}

	private static boolean isOfSpringOrJava(String type) {
		return type.startsWith("org.springframework.") || type.startsWith("java.");
	}

	private static <A extends Annotation> MergedAnnotation<A> annotation(Class<A> annotation,
			@Nullable AnnotatedElement method, Class<?> type) {
		return Stream.ofNullable(method)
			.flatMap((element) -> MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY).stream(annotation))
			.findFirst()
			.orElseGet(() -> MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY).get(annotation));
	}

	/**
	 * Return whether the type belongs to Spring, and so runs no code of the application.
	 * @return whether it does
	 */
	boolean isOfSpring() {
		return isOfSpringOrJava(this.type.toClass().getName());
	}

	ConfigurationPropertyName prefix() {
		return ConfigurationPropertyName.of(this.annotation.getString("prefix"));
	}

	boolean ignoresUnknownFields() {
		return this.annotation.getBoolean("ignoreUnknownFields");
	}

	boolean ignoresInvalidFields() {
		return this.annotation.getBoolean("ignoreInvalidFields");
	}

	/**
	 * Return how the bean comes into being. Finding out takes a look at all members of
	 * its type, unless it {@link #isConstructed() is constructed}.
	 * @return the kind
	 */
	Kind kind() {
		if (isConstructed()) {
			return Kind.CONSTRUCTED;
		}
		return isPlain() ? Kind.INSTANTIATED : Kind.MADE;
	}

	boolean isConstructed() {
		return this.definition.getResolvedFactoryMethod() == null
				&& this.definition.getAttribute(BIND_METHOD) == BindMethod.VALUE_OBJECT;
	}

	private boolean isPlain() {
		Class<?> own = this.type.toClass();
		return this.definition.getResolvedFactoryMethod() == null && this.definition.getInstanceSupplier() == null
				&& !this.definition.hasPropertyValues()
				&& BindConstructorProvider.DEFAULT.getBindConstructor(own, false) == null
				&& Injection.isAbsentFrom(own);
	}

	/**
	 * Return what a new object of the type is bound to.
	 * @return the target, with an object that nobody else has if the type needs one
	 */
	Bindable<Object> bindable() {
		Bindable<Object> bindable = Bindable.of(this.type);
		return switch (kind()) {
			case CONSTRUCTED -> bindable.withBindMethod(BindMethod.VALUE_OBJECT);
			case INSTANTIATED -> bindable.withExistingValue(BeanUtils.instantiateClass(this.type.toClass()));
			case MADE -> bindable.withBindMethod(BindMethod.JAVA_BEAN);
		};
	}

	/**
	 * How a bean comes into being.
	 */
	enum Kind {

		/**
		 * By a constructor whose parameters are bound.
		 */
		CONSTRUCTED,

		/**
		 * By a constructor without parameters, and by setters.
		 */
		INSTANTIATED,

		/**
		 * By a method, or with what the container puts into it: another object of its
		 * type would not be the same.
		 */
		MADE

	}

}
