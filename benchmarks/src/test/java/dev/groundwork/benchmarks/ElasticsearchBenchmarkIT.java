package dev.groundwork.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link ElasticsearchBenchmark}: that it measures, not what.
 */
@Timeout(120)
class ElasticsearchBenchmarkIT {

	@Test
	void measuresBoth() throws Exception {
		List<Comparison> comparisons = new ElasticsearchBenchmark(10, List.of(0, 1), 1).run((progress) -> {
		});
		assertThat(comparisons).extracting(Comparison::scenario)
			.containsExactly("10 indexes, 0 ms", "10 indexes, 1 ms");
		assertThat(comparisons).allSatisfy((comparison) -> assertThat(comparison.ratio()).isPositive());
	}

}
