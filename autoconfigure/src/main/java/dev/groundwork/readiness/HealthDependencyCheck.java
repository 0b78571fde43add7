package dev.groundwork.readiness;

import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link DependencyCheck} that asks a health indicator of the application, or all of a
 * composite.
 *
 * @since 0.1.0
 */
public final class HealthDependencyCheck implements DependencyCheck {

	private final String name;

	private final String path;

	private final HealthContributors contributors;

	/**
	 * Find a contributor to check.
	 * @param name the name of the dependency
	 * @param path the name of the contributor, or its path such as {@code db/orders}
	 * @param contributors where it is registered
	 * @return its check, or {@code null} if there is none by this name
	 */
	public static @Nullable HealthDependencyCheck find(String name, String path, HealthContributors contributors) {
		return (ContributorPath.find(contributors, path) != null) ? new HealthDependencyCheck(name, path, contributors)
				: null;
	}

	private HealthDependencyCheck(String name, String path, HealthContributors contributors) {
		this.name = name;
		this.path = path;
		this.contributors = contributors;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public List<Diagnosis> check() {
		HealthContributor contributor = ContributorPath.find(this.contributors, this.path);
		if (contributor == null) {
			return List.of(new Diagnosis(FailureKind.PERMANENT, subject(this.path), "is not registered", this.path,
					"Correct groundwork.readiness.dependencies.%s.health.".formatted(this.name)));
		}
		return check(this.path, contributor);
	}

	private List<Diagnosis> check(String at, HealthContributor contributor) {
		if (contributor instanceof HealthIndicator indicator) {
			return diagnose(at, indicator.health(true));
		}
		return (contributor instanceof CompositeHealthContributor composite) ? composite.stream()
			.flatMap((entry) -> check(at + "/" + entry.name(), entry.contributor()).stream())
			.toList() : List.of();
	}

	/**
	 * Tell what a status means. One that nobody has defined is not taken for a failure,
	 * as HTTP does not either.
	 * @param at the path of the indicator
	 * @param health its health
	 * @return what is wrong
	 */
	static List<Diagnosis> diagnose(String at, @Nullable Health health) {
		if (health == null) {
			return List.of();
		}
		Status status = health.getStatus();
		if (status.equals(DegradedStatus.DEGRADED)) {
			return List.of(diagnosis(FailureKind.BLOCKED, at, status));
		}
		return (status.equals(Status.DOWN) || status.equals(Status.OUT_OF_SERVICE))
				? List.of(diagnosis(FailureKind.TRANSIENT, at, status)) : List.of();
	}

	private static Diagnosis diagnosis(FailureKind kind, String at, Status status) {
		// Not its details: whether they may be shown is for the health endpoint to decide
		return new Diagnosis(kind, subject(at), "is " + status, status.getDescription(),
				"See its details: /actuator/health/" + at);
	}

	private static String subject(String at) {
		return "health indicator '%s'".formatted(at);
	}

}
