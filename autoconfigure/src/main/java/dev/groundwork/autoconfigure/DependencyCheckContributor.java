package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.readiness.DependencyCheck;

/**
 * Contributes checks of dependencies whose number is known only at run time. Asked once
 * the start has begun.
 */
@FunctionalInterface
interface DependencyCheckContributor {

	List<DependencyCheck> checks();

}
