package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * The filters that tell which auto-configurations an application does not have without
 * reading them: those of Spring Boot, and of others but {@link EarlyRefusal}.
 *
 * @param metadata what the filters know of the auto-configurations
 * @param beanFactory initializes the filters, and keeps what they report
 */
record ImportFilters(AutoConfigurationMetadata metadata, DefaultListableBeanFactory beanFactory) {

	/**
	 * Ask the filters.
	 * @param candidates the names of auto-configurations
	 * @return the names of those that no filter leaves out
	 */
	List<String> filter(Collection<String> candidates) {
		List<String> left = new ArrayList<>(candidates);
		for (AutoConfigurationImportFilter filter : SpringFactoriesLoader
			.loadFactories(AutoConfigurationImportFilter.class, this.beanFactory.getBeanClassLoader())) {
			if (!(filter instanceof EarlyRefusal)) {
				this.beanFactory.initializeBean(filter, filter.getClass().getName());
				boolean[] matches = filter.match(left.toArray(String[]::new), this.metadata);
				for (int index = matches.length - 1; index >= 0; index--) {
					if (!matches[index]) {
						left.remove(index);
					}
				}
			}
		}
		return left;
	}

}
