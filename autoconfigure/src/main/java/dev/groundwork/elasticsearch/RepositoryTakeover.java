package dev.groundwork.elasticsearch;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.PropertyValue;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanReference;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;

/**
 * Gives every Spring Data repository a view of its operations in which the index exists,
 * so that the repository's constructor neither asks the server nor creates the index: the
 * index is provisioned from the same class.
 *
 * @since 0.1.0
 */
public final class RepositoryTakeover implements BeanFactoryPostProcessor {

	private static final String OPERATIONS = "elasticsearchOperations";

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanDefinitionNames()) {
			BeanDefinition definition = beanFactory.getBeanDefinition(name);
			if (definition.hasPropertyValues()) {
				replaceOperations(definition.getPropertyValues());
			}
		}
	}

	private static void replaceOperations(MutablePropertyValues values) {
		PropertyValue operations = values.getPropertyValue(OPERATIONS);
		if (operations != null && operations.getValue() instanceof BeanReference reference) {
			values.add(OPERATIONS,
					BeanDefinitionBuilder.rootBeanDefinition(RepositoryOperations.class, "of")
						.addConstructorArgReference(reference.getBeanName())
						.getBeanDefinition());
		}
	}

}
