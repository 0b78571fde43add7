package dev.groundwork.test;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A bean and what makes it.
 *
 * @param name the name of the bean
 * @param type the type of the bean without a proxy
 * @param factoryMethod the method that creates the bean, or {@code null} if its
 * constructor does
 */
record InspectedBean(String name, Class<?> type, @Nullable Method factoryMethod) {

	private static final Set<String> INJECTING = Set.of("org.springframework.beans.factory.annotation.Autowired",
			"jakarta.inject.Inject", "jakarta.annotation.Resource");

	private static final DefaultParameterNameDiscoverer parameterNames = new DefaultParameterNameDiscoverer();

	static InspectedBean of(ConfigurableListableBeanFactory beanFactory, String name) {
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(name);
		Method factoryMethod = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		Object singleton = beanFactory.getSingleton(name);
		Class<?> type = (singleton != null) ? AopProxyUtils.ultimateTargetClass(singleton)
				: beanFactory.getType(name, false);
		return new InspectedBean(name, (type != null) ? ClassUtils.getUserClass(type) : Object.class, factoryMethod);
	}

	boolean isIn(String basePackage) {
		return isIn(this.type, basePackage)
				|| (this.factoryMethod != null && isIn(this.factoryMethod.getDeclaringClass(), basePackage));
	}

	private static boolean isIn(Class<?> type, String basePackage) {
		return type.getPackageName().equals(basePackage) || type.getPackageName().startsWith(basePackage + ".");
	}

	List<DependencyDescriptor> injectionPoints() {
		List<DependencyDescriptor> points = new ArrayList<>();
		if (this.factoryMethod != null) {
			addParameters(points, this.factoryMethod);
		}
		else {
			addConstructor(points);
		}
		ReflectionUtils.doWithFields(this.type, (field) -> points.add(point(field)),
				(field) -> !Modifier.isStatic(field.getModifiers()) && isInjected(field));
		ReflectionUtils.doWithMethods(this.type, (method) -> addParameters(points, method),
				(method) -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge() && isInjected(method));
		return points;
	}

	private void addConstructor(List<DependencyDescriptor> points) {
		Constructor<?>[] constructors = this.type.getDeclaredConstructors();
		Arrays.stream(constructors)
			.filter((constructor) -> constructors.length == 1 || isInjected(constructor))
			.forEach((constructor) -> addParameters(points, constructor));
	}

	private void addParameters(List<DependencyDescriptor> points, Executable executable) {
		for (int i = 0; i < executable.getParameterCount(); i++) {
			points.add(contained(new DependencyDescriptor(MethodParameter.forExecutable(executable, i), false)));
		}
	}

	private DependencyDescriptor point(Field field) {
		return contained(new DependencyDescriptor(field, false));
	}

	private DependencyDescriptor contained(DependencyDescriptor descriptor) {
		descriptor.setContainingClass(this.type);
		descriptor.initParameterNameDiscovery(parameterNames);
		return descriptor;
	}

	private static boolean isInjected(AnnotatedElement element) {
		return INJECTING.stream().anyMatch((annotation) -> AnnotatedElementUtils.isAnnotated(element, annotation));
	}

}
