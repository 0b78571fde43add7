package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.readiness.DependencyCheck;

/**
 * Source of checks of what is found in the application.
 */
@FunctionalInterface
interface DependencyContributor {

	List<DependencyCheck> checks();

}
