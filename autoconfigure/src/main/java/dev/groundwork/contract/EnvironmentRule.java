package dev.groundwork.contract;

import java.util.stream.Stream;

/**
 * {@link Rule} about everything that is set.
 */
non-sealed interface EnvironmentRule extends Rule {

	/**
	 * Check everything that is set.
	 * @param inspection what is set
	 * @return everything that is wrong
	 */
	Stream<Finding> check(Inspection inspection);

}
