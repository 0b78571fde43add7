package dev.groundwork.readiness;

/**
 * Told whenever the status of a dependency has changed, in order, and must not wait.
 */
@FunctionalInterface
interface DependencyTransitions {

	/**
	 * Tells nobody.
	 */
	DependencyTransitions NONE = (before, after) -> {
	};

	void changed(DependencySnapshot before, DependencySnapshot after);

}
