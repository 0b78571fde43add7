package dev.groundwork.autoconfigure;

import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * {@link LazyInitializationExcludeFilter} for beans that listen: nothing asks for them,
 * so where every bean is lazy they would never be created and never listen.
 */
final class EagerListeners implements LazyInitializationExcludeFilter {

	@Override
	public boolean isExcluded(String beanName, BeanDefinition beanDefinition, Class<?> beanType) {
		return AnnotationUtils.isCandidateClass(beanType, RabbitListener.class)
				&& (isListener(MergedAnnotations.from(beanType, SearchStrategy.TYPE_HIERARCHY))
						|| hasListener(beanType));
	}

	private static boolean hasListener(Class<?> beanType) {
		MetadataLookup<Boolean> lookup = (
				method) -> isListener(MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY)) ? Boolean.TRUE
						: null;
		return !MethodIntrospector.selectMethods(beanType, lookup).isEmpty();
	}

	private static boolean isListener(MergedAnnotations annotations) {
		return annotations.isPresent(RabbitListener.class);
	}

}
