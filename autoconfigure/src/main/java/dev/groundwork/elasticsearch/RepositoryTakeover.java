package dev.groundwork.elasticsearch;

import java.util.Map;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Gives every Spring Data repository a base class that leaves its index alone, unless the
 * application has chosen a base class of its own. The index is provisioned from the same
 * {@code @Document} class, so a repository can be created before the server is there.
 *
 * @since 0.1.0
 */
public final class RepositoryTakeover implements BeanFactoryPostProcessor {

	private static final String BASE_CLASS = "repositoryBaseClass";

	/**
	 * Base classes by the property that only a repository factory of their kind has. By
	 * name, because the reactive one needs a library that may not be there.
	 */
	private static final Map<String, String> BASE_CLASSES = Map.of("elasticsearchOperations",
			"dev.groundwork.elasticsearch.ProvisionedRepository", "reactiveElasticsearchOperations",
			"dev.groundwork.elasticsearch.ReactiveProvisionedRepository");

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanDefinitionNames()) {
			BeanDefinition definition = beanFactory.getBeanDefinition(name);
			if (definition.hasPropertyValues()) {
				setBaseClass(definition.getPropertyValues());
			}
		}
	}

	private static void setBaseClass(MutablePropertyValues values) {
		BASE_CLASSES.forEach((property, baseClass) -> {
			if (values.contains(property) && !values.contains(BASE_CLASS)) {
				values.add(BASE_CLASS, baseClass);
			}
		});
	}

}
