package dev.groundwork.autoconfigure;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Reads a property, or some below a prefix, that are needed before it can be reported
 * with all others that they cannot be read. Nothing is thrown then: they are refused by
 * name when all properties are bound; here, their value would be quoted.
 */
final class EarlySetting {

	private EarlySetting() {
	}

	static <T> T read(Environment environment, String property, T otherwise) {
		// Far cheaper than a binder, and mostly the end of it
		return environment.containsProperty(property) ? bind(environment, property, otherwise) : otherwise;
	}

	static <T> T readAll(Environment environment, String prefix, T defaults) {
		return isAnySet(environment, prefix) ? bind(environment, prefix, defaults) : defaults;
	}

	static boolean isAnySet(Environment environment, String prefix) {
		return PropertiesBinding.mayBeSet(ConfigurationPropertyName.of(prefix),
				ConfigurationPropertySources.get(environment));
	}

	@SuppressWarnings("unchecked")
	private static <T> T bind(Environment environment, String name, T otherwise) {
		try {
			return Binder.get(environment).bind(name, (Class<T>) otherwise.getClass()).orElse(otherwise);
		}
		catch (BindException ex) {
			return otherwise;
		}
	}

}
