package dev.groundwork.contract;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * {@link Rule} about everything that is set.
 */
non-sealed interface EnvironmentRule extends Rule {

	/**
	 * Check everything that is set.
	 * @param inspection what is set, and what is known about where the application runs
	 * @return everything that is wrong
	 */
	Stream<Finding> check(Inspection inspection);

	default Finding finding(String property, @Nullable Origin origin, String reason, String remedy) {
		return new Finding(name(), defaultSeverity(), property, origin, reason, remedy);
	}

}
