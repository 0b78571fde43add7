package dev.groundwork.benchmarks;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Fleet}.
 */
class FleetTests {

	@Test
	void fleetThatIsAlwaysReadyServesEverything() {
		assertThat(served((second) -> true)).isEqualTo(100);
	}

	@Test
	void fleetThatIsNeverReadyServesForThreeProbesOnly() {
		assertThat(served((second) -> false)).isBetween(25.0, 31.0);
	}

	@Test
	void twoFailedProbesTakeNobodyOut() {
		assertThat(served((second) -> second < 40 || second >= 59)).isEqualTo(100);
	}

	@Test
	void outageOfMinuteTakesEveryReplicaOutForThirtySeconds() {
		assertThat(served((second) -> second < 20 || second >= 80)).isBetween(65.0, 75.0);
	}

	private static double served(IntPredicate isOk) {
		Answers recorded = new Answers(IntStream.range(0, 100)
			.mapToObj((second) -> new Answer(second * 1_000.0, 5, isOk.test(second) ? 200 : 503))
			.toList());
		return new Fleet(recorded, 50, new Random(1)).percentServed();
	}

}
