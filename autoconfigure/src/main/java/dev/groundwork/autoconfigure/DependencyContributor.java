package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.readiness.DependencyCheck;

/**
 * Source of checks of what is found in the application. Asked when every bean has been
 * created.
 */
@FunctionalInterface
interface DependencyContributor {

	List<DependencyCheck> checks();

}
