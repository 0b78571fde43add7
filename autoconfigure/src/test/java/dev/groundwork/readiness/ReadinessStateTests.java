package dev.groundwork.readiness;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadinessState}.
 */
class ReadinessStateTests {

	@ParameterizedTest
	@CsvSource({ "STARTUP, UNKNOWN, false, STARTING", "STARTUP, DOWN, false, STARTING", "STARTUP, UP, true, READY",
			"STARTUP, DEGRADED, true, DEGRADED", "STARTUP, DOWN, true, DEGRADED", "STRICT, UNKNOWN, false, STARTING",
			"STRICT, UP, true, READY", "STRICT, DEGRADED, true, DEGRADED", "STRICT, DOWN, true, UNREADY",
			"IGNORE, UNKNOWN, false, READY", "IGNORE, DOWN, true, READY" })
	void dependencyCountsByItsPolicy(DependencyPolicy policy, DependencyStatus status, boolean seen,
			ReadinessState expected) {
		assertThat(ReadinessState.of(List.of(), List.of(dependency(policy, status, seen)))).isEqualTo(expected);
	}

	@Test
	void closedGateMeansStartingWhateverTheDependencies() {
		GateSnapshot closed = new GateSnapshot("rabbitmq", GateState.CLOSED, null, "broker", List.of());
		assertThat(ReadinessState.of(List.of(closed),
				List.of(dependency(DependencyPolicy.STRICT, DependencyStatus.DOWN, true))))
			.isEqualTo(ReadinessState.STARTING);
	}

	@Test
	void gateThatIsNoLongerWaitedForDegrades() {
		GateSnapshot overdue = new GateSnapshot("warm-up", GateState.DEGRADED, null, "cache", List.of());
		assertThat(ReadinessState.of(List.of(overdue), List.of())).isEqualTo(ReadinessState.DEGRADED);
	}

	@Test
	void dependencyThatWasNeverSeenCountsMoreThanOneThatWasLost() {
		assertThat(ReadinessState.of(List.of(),
				List.of(dependency(DependencyPolicy.STRICT, DependencyStatus.DOWN, true),
						dependency(DependencyPolicy.STARTUP, DependencyStatus.UNKNOWN, false))))
			.isEqualTo(ReadinessState.STARTING);
	}

	private static DependencySnapshot dependency(DependencyPolicy policy, DependencyStatus status, boolean seen) {
		return new DependencySnapshot("search", policy, status, seen, Instant.EPOCH, null);
	}

}
