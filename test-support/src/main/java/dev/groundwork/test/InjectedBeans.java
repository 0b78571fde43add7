package dev.groundwork.test;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * Finds the beans that Spring injects, or will inject once a hidden one is asked for,
 * without creating any.
 *
 * @param beanFactory the beans
 */
record InjectedBeans(ConfigurableListableBeanFactory beanFactory) {

	private static final String PROVIDER = "jakarta.inject.Provider";

	List<BeanEdge> edges(InspectedBean bean) {
		List<BeanEdge> edges = new ArrayList<>();
		for (DependencyDescriptor point : bean.injectionPoints()) {
			String hiding = hiding(point);
			for (String candidate : candidates(point)) {
				if (!candidate.equals(bean.name())) {
					edges.add(new BeanEdge(bean.name(), candidate, (hiding != null)
							? "%s asks for '%s' %s".formatted(describe(point), candidate, hiding) : null));
				}
			}
		}
		return edges;
	}

	private static @Nullable String hiding(DependencyDescriptor point) {
		if (isLazy(point)) {
			return "with @Lazy";
		}
		return isProvider(point.getDependencyType()) ? "by %s".formatted(point.getDependencyType().getSimpleName())
				: null;
	}

	private static boolean isLazy(DependencyDescriptor point) {
		MethodParameter parameter = point.getMethodParameter();
		AnnotatedElement executable = (parameter != null) ? parameter.getExecutable() : null;
		// As Spring has it: on a factory method it is the bean that is lazy
		boolean counts = parameter != null
				&& (parameter.getMethod() == null || parameter.getMethod().getReturnType() == void.class);
		return isLazy(MergedAnnotations.from(point.getAnnotations()))
				|| (executable != null && counts && isLazy(MergedAnnotations.from(executable)));
	}

	private static boolean isLazy(MergedAnnotations annotations) {
		MergedAnnotation<Lazy> lazy = annotations.get(Lazy.class);
		return lazy.isPresent() && lazy.getBoolean(MergedAnnotation.VALUE);
	}

	private static boolean isProvider(Class<?> type) {
		return ObjectFactory.class.isAssignableFrom(type) || type.getName().equals(PROVIDER);
	}

	private static String describe(DependencyDescriptor point) {
		MethodParameter parameter = point.getMethodParameter();
		if (parameter == null) {
			return "field " + name(Objects.requireNonNull(point.getField()));
		}
		return (parameter.getMethod() != null) ? "method " + name(parameter.getMethod())
				: "constructor of " + parameter.getDeclaringClass().getSimpleName();
	}

	private static String name(Member member) {
		return member.getDeclaringClass().getSimpleName() + "." + member.getName();
	}

	private List<String> candidates(DependencyDescriptor point) {
		ResolvableType type = point.getResolvableType();
		DependencyDescriptor element = point;
		boolean several = false;
		if (isProvider(type.toClass()) || type.toClass() == Optional.class) {
			several = type.toClass() != Optional.class;
			type = type.getGeneric(0);
			element = nested(element);
		}
		if (type.isArray()) {
			several = true;
			type = type.getComponentType();
		}
		else if (isMany(type.toClass())) {
			several = true;
			type = type.getGeneric(type.getGenerics().length - 1);
			element = nested(element);
		}
		List<String> names = names(type, element);
		return several ? names : single(names, element);
	}

	private static boolean isMany(Class<?> type) {
		return type == Map.class || type == Stream.class
				|| (type.isInterface() && Collection.class.isAssignableFrom(type));
	}

	private static DependencyDescriptor nested(DependencyDescriptor point) {
		DependencyDescriptor nested = new DependencyDescriptor(point);
		nested.increaseNestingLevel();
		return nested;
	}

	private List<String> names(ResolvableType type, DependencyDescriptor point) {
		if (type == ResolvableType.NONE || type.toClass() == Object.class) {
			return List.of();
		}
		return Stream.of(this.beanFactory.getBeanNamesForType(type, true, false))
			.filter((name) -> this.beanFactory.isAutowireCandidate(name, point))
			.toList();
	}

	private List<String> single(List<String> names, DependencyDescriptor point) {
		if (names.size() < 2) {
			return names;
		}
		List<String> primary = names.stream().filter(this::isPrimary).toList();
		if (!primary.isEmpty()) {
			return primary;
		}
		return names.stream()
			.filter((name) -> name.equals(point.getDependencyName()))
			.findFirst()
			.map(List::of)
			.orElse(names);
	}

	private boolean isPrimary(String name) {
		if (!this.beanFactory.containsBeanDefinition(name)) {
			return false;
		}
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		return definition.isPrimary();
	}

}
