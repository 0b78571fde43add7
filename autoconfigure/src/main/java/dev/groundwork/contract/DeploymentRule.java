package dev.groundwork.contract;

import java.util.stream.Stream;

/**
 * {@link Rule} about everything that is set, in the light of where the application runs.
 */
non-sealed interface DeploymentRule extends Rule {

	/**
	 * Check everything that is set.
	 * @param inspection what is set
	 * @param deployment what is known about where the application runs
	 * @return everything that is wrong
	 */
	Stream<Finding> check(Inspection inspection, Deployment deployment);

}
