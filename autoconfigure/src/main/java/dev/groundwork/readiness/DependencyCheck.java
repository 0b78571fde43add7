package dev.groundwork.readiness;

import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * Finds out whether something that the application depends on does what it should. Define
 * a bean of this type to have it watched while the application runs.
 *
 * @since 0.1.0
 */
public interface DependencyCheck {

	/**
	 * Return the name of the dependency, under which it is shown and configured.
	 * @return a name that is unique among the dependencies of the application
	 */
	String getName();

	/**
	 * Return the policy that applies where none is configured.
	 * @return the default policy
	 */
	default DependencyPolicy getDefaultPolicy() {
		return DependencyPolicy.STARTUP;
	}

	/**
	 * Return whether the start-up tasks of the application cannot be done unless the
	 * dependency is up. Readiness does not wait for a check then, and none is run while
	 * they are likely to be at it.
	 * @return whether the start itself verifies the dependency
	 */
	default boolean isVerifiedByStart() {
		return false;
	}

	/**
	 * Check the dependency. Called in the background, on a thread that is never
	 * interrupted and never twice at once; a check that does not return in time counts as
	 * failed until it returns.
	 * @return what is wrong, empty if nothing is: {@link FailureKind#BLOCKED} means that
	 * the dependency is there but busy, which is degraded, any other kind that it is down
	 * @throws Exception if the dependency is down
	 */
	List<Diagnosis> check() throws Exception;

	/**
	 * Take what is to be told when a client finds something out between two checks.
	 * Called once, before the first check.
	 * @param events what to tell
	 */
	default void listen(DependencyEvents events) {
	}

}
