package dev.groundwork.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link ReadinessBenchmark} and {@link StartBenchmark}: that they
 * measure, not what.
 */
@Timeout(300)
class ReadinessBenchmarkIT {

	@Test
	void startIsMeasuredWithAndWithout() throws Exception {
		List<Comparison> comparisons = new StartBenchmark(1).run((progress) -> {
		});
		assertThat(comparisons).hasSize(3).allSatisfy((comparison) -> {
			assertThat(comparison.plain()).isPositive();
			assertThat(comparison.groundwork()).isPositive();
		});
	}

}
