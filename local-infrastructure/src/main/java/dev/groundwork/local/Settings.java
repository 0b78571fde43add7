package dev.groundwork.local;

import org.jspecify.annotations.Nullable;

/**
 * What the user has set on this machine: system properties, then environment variables.
 */
@FunctionalInterface
interface Settings {

	/**
	 * Return the value of a setting.
	 * @param name the name of the setting
	 * @return the value or {@code null} if it is not set
	 */
	@Nullable String get(String name);

	static Settings ofThisMachine() {
		return (name) -> {
			String property = System.getProperty(name);
			return (property != null) ? property : System.getenv(name);
		};
	}

}
