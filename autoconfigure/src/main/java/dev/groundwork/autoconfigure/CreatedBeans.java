package dev.groundwork.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Beans that exist already. Looking at them creates no bean, so what is lazy stays so.
 *
 * @param beanFactory where the beans are
 */
record CreatedBeans(ConfigurableListableBeanFactory beanFactory) {

	<T> Map<String, T> ofType(Class<T> type) {
		Map<String, T> beans = new LinkedHashMap<>();
		for (String name : this.beanFactory.getSingletonNames()) {
			Object bean = this.beanFactory.getSingleton(name);
			if (type.isInstance(bean)) {
				beans.put(name, type.cast(bean));
			}
		}
		return beans;
	}

}
