package dev.groundwork.autoconfigure;

import dev.groundwork.readiness.DependencyCheck;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the application's health contributors.
 */
@FunctionalInterface
interface NamedHealthChecks {

	/**
	 * Return a check of a health contributor.
	 * @param name the name of the dependency
	 * @param path the path of the contributor
	 * @return the check, or {@code null} if there is no such contributor
	 */
	@Nullable DependencyCheck find(String name, String path);

}
