package dev.groundwork.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * What a dependency means for the health of the application.
 */
final class DependencyHealth {

	private DependencyHealth() {
	}

	static Health of(DependencySnapshot dependency) {
		Health.Builder builder = Health.status(status(dependency))
			.withDetail("status", dependency.status())
			.withDetail("policy", dependency.policy())
			.withDetail("since", dependency.since().toString());
		Diagnosis reason = dependency.reason();
		if (reason != null) {
			builder.withDetail("reason", reason.summary());
		}
		hang(builder, dependency.hung());
		return builder.build();
	}

	static void hang(Health.Builder builder, @Nullable HungCheck hung) {
		if (hung != null) {
			builder.withDetail("hung", Map.of("since", hung.since().toString(), "seconds",
					Duration.between(hung.since(), Instant.now()).toSeconds(), "stack", hung.stack()));
		}
	}

	private static Status status(DependencySnapshot dependency) {
		if (dependency.status() == DependencyStatus.UP) {
			return Status.UP;
		}
		if (dependency.policy() == DependencyPolicy.IGNORE) {
			return Status.UNKNOWN;
		}
		if (dependency.holdsBack()) {
			return dependency.seen() ? Status.DOWN : Status.OUT_OF_SERVICE;
		}
		return DegradedStatus.DEGRADED;
	}

}
