package dev.groundwork.readiness;

import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link StatusAggregator} that knows {@code DEGRADED}: worse than up and better than
 * anything that takes the application out of service. An aggregator that knows the status
 * itself, such as one with an order of the application's own, decides alone.
 * <p>
 * HTTP needs nothing of the kind: Spring Boot answers with 200 for any status without a
 * mapping, and with what the application has mapped.
 */
final class DegradedStatus implements StatusAggregator {

	static final Status DEGRADED = new Status("DEGRADED");

	private final StatusAggregator delegate;

	DegradedStatus(StatusAggregator delegate) {
		this.delegate = delegate;
	}

	@Override
	public Status getAggregateStatus(Set<Status> statuses) {
		if (!statuses.contains(DEGRADED) || isKnownToDelegate()) {
			return this.delegate.getAggregateStatus(statuses);
		}
		Set<Status> others = statuses.stream().filter((status) -> !status.equals(DEGRADED)).collect(Collectors.toSet());
		Status aggregate = this.delegate.getAggregateStatus(others);
		return (aggregate.equals(Status.UP) || aggregate.equals(Status.UNKNOWN)) ? DEGRADED : aggregate;
	}

	private boolean isKnownToDelegate() {
		return this.delegate.getAggregateStatus(Set.of(DEGRADED)).equals(DEGRADED);
	}

}
