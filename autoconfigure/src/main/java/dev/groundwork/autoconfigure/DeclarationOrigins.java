package dev.groundwork.autoconfigure;

import dev.groundwork.contract.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * Tells for people to read where a bean or a property was declared.
 */
final class DeclarationOrigins {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	private final ListenerMethods listenerMethods;

	DeclarationOrigins(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.listenerMethods = new ListenerMethods(beanFactory);
	}

	String ofBean(String name) {
		if (!this.beanFactory.containsBeanDefinition(name)) {
			return this.listenerMethods.declaring(name);
		}
		BeanDefinition definition = this.beanFactory.getBeanDefinition(name);
		String resource = definition.getResourceDescription();
		return "bean '%s'%s".formatted(name, (resource != null) ? " in " + resource : "");
	}

	/**
	 * Return the property and where the first of its members that is set was set.
	 * @param property the canonical name of the property
	 * @param members the names of the members, of which every declaration has one
	 * @return the property with its origin
	 */
	String ofProperty(String property, String... members) {
		for (String member : members) {
			String place = placeOf(ConfigurationPropertyName.of(property + "." + member));
			if (place != null) {
				return property + " at " + place;
			}
		}
		return property;
	}

	private @Nullable String placeOf(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty value = source.getConfigurationProperty(name);
			Origin origin = (value != null) ? value.getOrigin() : null;
			if (origin != null) {
				return Place.of(origin).toString();
			}
		}
		return null;
	}

}
