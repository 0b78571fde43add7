package dev.groundwork.readiness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health contributor with one indicator for each gate and, below {@code dependencies},
 * one for each dependency. Reads snapshots only.
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
		ReadinessSnapshot snapshot = this.readiness.snapshot();
		List<Entry> entries = new ArrayList<>();
		snapshot.gates().forEach((gate) -> entries.add(entry(gate.name(), () -> health(gate))));
		if (!snapshot.dependencies().isEmpty()) {
			Map<String, HealthContributor> dependencies = new LinkedHashMap<>();
			snapshot.dependencies()
				.forEach((dependency) -> dependencies.put(dependency.name(),
						(HealthIndicator) () -> DependencyHealth.of(dependency)));
			entries.add(new Entry("dependencies", CompositeHealthContributor.fromMap(dependencies)));
		}
		if (snapshot.state() == ReadinessState.STOPPING) {
			entries.add(entry("shutdown", () -> Health.outOfService().build()));
		}
		return entries.stream();
	}

	private static Entry entry(String name, HealthIndicator indicator) {
		return new Entry(name, indicator);
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
