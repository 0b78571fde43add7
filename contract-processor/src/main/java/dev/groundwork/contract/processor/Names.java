package dev.groundwork.contract.processor;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of properties as Spring Boot writes them.
 */
final class Names {

	private static final Pattern CANONICAL = Pattern
		.compile("[a-z0-9][a-z0-9-]*(?:\\[[^\\[\\]]+])*(?:\\.[a-z0-9][a-z0-9-]*(?:\\[[^\\[\\]]+])*)*");

	private Names() {
	}

	/**
	 * Return the canonical form of the name of a component: each capital letter begins a
	 * word, so that {@code apiURL} is {@code api-u-r-l}; a digit begins none.
	 * @param name the name in the code
	 * @return the dashed form
	 */
	static String dashed(String name) {
		StringBuilder dashed = new StringBuilder();
		for (int i = 0; i < name.length(); i++) {
			char character = (name.charAt(i) == '_') ? '-' : name.charAt(i);
			if (Character.isUpperCase(character) && !dashed.isEmpty() && dashed.charAt(dashed.length() - 1) != '-') {
				dashed.append('-');
			}
			dashed.append(Character.toLowerCase(character));
		}
		return dashed.toString();
	}

	static String below(String prefix, String name) {
		return prefix.isEmpty() ? name : prefix + "." + name;
	}

	static boolean isCanonical(String name) {
		return CANONICAL.matcher(name).matches();
	}

	/**
	 * Return what two names have in common that are one name for Spring Boot.
	 * @param name the name of a property
	 * @return the name without dashes
	 */
	static String uniform(String name) {
		return name.replace("-", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the name of the property of a getter or setter.
	 * @param accessor the name of the method
	 * @return the name of the property, empty if the method is no accessor
	 */
	static String ofAccessor(String accessor) {
		for (String start : new String[] { "get", "set", "is" }) {
			if (accessor.startsWith(start) && accessor.length() > start.length()
					&& !Character.isLowerCase(accessor.charAt(start.length()))) {
				return Character.toLowerCase(accessor.charAt(start.length())) + accessor.substring(start.length() + 1);
			}
		}
		return "";
	}

}
