package dev.groundwork.autoconfigure;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/**
 * Tells by the name of a type whether there is a bean of it. Looks at names first, which
 * loads no class; only a type that others may extend is looked for as a type.
 */
final class BoundTypes implements Predicate<String> {

	private final ConfigurableListableBeanFactory beanFactory;

	private @Nullable Set<String> names;

	BoundTypes(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public boolean test(String type) {
		return names().contains(type) || hasBeanOfSubtype(type);
	}

	private Set<String> names() {
		Set<String> found = this.names;
		if (found == null) {
			found = new HashSet<>();
			for (String bean : this.beanFactory.getBeanDefinitionNames()) {
				addNames(this.beanFactory.getBeanDefinition(bean), found);
			}
			this.names = found;
		}
		return found;
	}

	private static void addNames(BeanDefinition definition, Set<String> names) {
		MethodMetadata method = (definition instanceof AnnotatedBeanDefinition annotated)
				? annotated.getFactoryMethodMetadata() : null;
		String name = (method != null) ? method.getReturnTypeName() : definition.getBeanClassName();
		if (name != null) {
			names.add(name);
		}
		Class<?> type = definition.getResolvableType().resolve();
		if (type != null) {
			names.add(type.getName());
		}
	}

	private boolean hasBeanOfSubtype(String name) {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		try {
			Class<?> type = ClassUtils.forName(name, classLoader);
			return !Modifier.isFinal(type.getModifiers())
					&& this.beanFactory.getBeanNamesForType(type, true, false).length > 0;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

}
