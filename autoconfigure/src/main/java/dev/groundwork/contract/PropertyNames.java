package dev.groundwork.contract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Names of properties in the forms in which people write them.
 */
final class PropertyNames {

	private static final List<String> OF_SPRING = List.of("spring.", "management.", "server.");

	private static final Pattern INDEX = Pattern.compile("\\.(\\d+)(?=\\.|$)");

	private PropertyNames() {
	}

	/**
	 * Return the name of the property that a setting is for.
	 * @param setting what is set
	 * @return the canonical name, or {@code null} if the setting belongs to the machine
	 * or to the JVM, or cannot be bound
	 */
	static @Nullable String of(Setting setting) {
		String source = setting.source();
		if (Place.isEnvironment(source)) {
			String dotted = setting.name().toLowerCase(Locale.ROOT).replace('_', '.');
			return ofSpring(INDEX.matcher(dotted).replaceAll("[$1]"));
		}
		String canonical = canonical(setting.name());
		return Place.isSystemProperties(source) ? ofSpring(canonical) : canonical;
	}

	private static @Nullable String canonical(String name) {
		if (ConfigurationPropertyName.isValid(name)) {
			return name;
		}
		try {
			ConfigurationPropertyName adapted = ConfigurationPropertyName.adapt(name, '.');
			return adapted.isEmpty() ? null : adapted.toString();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private static @Nullable String ofSpring(@Nullable String name) {
		return (name != null && OF_SPRING.stream().anyMatch(name::startsWith)
				&& ConfigurationPropertyName.isValid(name)) ? name : null;
	}

	/**
	 * Return whether a property is another one or lies below it.
	 * @param name the canonical name of the property
	 * @param prefix the canonical name of the other
	 * @return whether it does
	 */
	static boolean isBelow(String name, String prefix) {
		return name.startsWith(prefix)
				&& (name.length() == prefix.length() || ".[".indexOf(name.charAt(prefix.length())) >= 0);
	}

	/**
	 * Return the last part of a name, without an index.
	 * @param name the canonical name of the property
	 * @return the last part
	 */
	static String last(String name) {
		int end = name.indexOf('[', name.lastIndexOf('.') + 1);
		return name.substring(name.lastIndexOf('.') + 1, (end < 0) ? name.length() : end);
	}

	/**
	 * Return the environment variable that relaxed binding reads a property from.
	 * @param property the canonical name of the property
	 * @return the name of the environment variable
	 */
	static String variable(String property) {
		return NearMisses.environmentForm(property);
	}

	/**
	 * Return whether a name is written as those of environment variables are.
	 * @param name the name
	 * @return whether it is
	 */
	static boolean isVariable(String name) {
		return name.matches("[A-Z][A-Z0-9_]*");
	}

}
