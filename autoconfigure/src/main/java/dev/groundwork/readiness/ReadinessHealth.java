package dev.groundwork.readiness;

import java.util.stream.Stream;

import dev.groundwork.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health contributor with one indicator for each gate. Reads snapshots only.
 *
 * @since 0.1.0
 */
public final class ReadinessHealth implements CompositeHealthContributor {

	/**
	 * Name of the contributor.
	 */
	public static final String NAME = "groundwork";

	private final Readiness readiness;

	/**
	 * Create a new {@link ReadinessHealth} instance.
	 * @param readiness the gates
	 */
	public ReadinessHealth(Readiness readiness) {
		this.readiness = readiness;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return stream().filter((entry) -> entry.name().equals(name)).map(Entry::contributor).findFirst().orElse(null);
	}

	@Override
	public Stream<Entry> stream() {
		return this.readiness.gates()
			.stream()
			.map((gate) -> new Entry(gate.name(), (HealthIndicator) () -> health(gate)));
	}

	private static Health health(GateSnapshot gate) {
		Health.Builder builder = switch (gate.state()) {
			case OPEN -> Health.up();
			case CLOSED -> Health.outOfService();
			case DEGRADED -> Health.up().withDetail("degraded", true);
			case FAILED -> Health.down();
		};
		if (gate.waitingFor() != null) {
			builder.withDetail("waitingFor", gate.waitingFor());
		}
		if (!gate.failures().isEmpty()) {
			builder.withDetail("failures", gate.failures().stream().map(Diagnosis::summary).toList());
		}
		return builder.build();
	}

}
