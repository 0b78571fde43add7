package dev.groundwork.readiness;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;

/**
 * Finds a health contributor by its path.
 */
final class ContributorPath {

	private ContributorPath() {
	}

	static @Nullable HealthContributor find(HealthContributors contributors, String path) {
		HealthContributors parent = contributors;
		HealthContributor found = null;
		for (String element : path.split("/")) {
			found = (parent != null) ? parent.getContributor(element) : null;
			parent = (found instanceof HealthContributors children) ? children : null;
		}
		return found;
	}

}
