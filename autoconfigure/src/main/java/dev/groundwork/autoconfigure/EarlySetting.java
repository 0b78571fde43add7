package dev.groundwork.autoconfigure;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * A property that is needed before it can be reported with all others that it cannot be
 * read.
 */
final class EarlySetting {

	private EarlySetting() {
	}

	static <T> T read(Environment environment, String property, T otherwise) {
		// Far cheaper than a binder, and mostly the end of it
		if (!environment.containsProperty(property)) {
			return otherwise;
		}
		@SuppressWarnings("unchecked")
		Class<T> type = (Class<T>) otherwise.getClass();
		try {
			return Binder.get(environment).bind(property, type).orElse(otherwise);
		}
		catch (BindException ex) {
			// refused by name when the properties are bound; here, its value would be
			// quoted
			return otherwise;
		}
	}

}
