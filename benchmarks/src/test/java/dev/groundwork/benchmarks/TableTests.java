package dev.groundwork.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Table}, {@link Comparison} and {@link Median}.
 */
class TableTests {

	@Test
	void missedTargetIsNamed() {
		Comparison missed = new Comparison("again", 20, 10, 3);
		assertThat(missed.isMissed()).isTrue();
		assertThat(new Table(List.of(missed)).toMarkdown()).contains("MISSED 3.0");
	}

	@Test
	void withoutTargetNothingIsMissed() {
		assertThat(new Comparison("again", 1, 10, 0).isMissed()).isFalse();
	}

	@Test
	void numbersAreForProgramsToo() {
		assertThat(new Table(List.of(new Comparison("again", 20, 10, 1.5))).toJson()).contains(
				"{\"scenario\": \"again\", \"plainMillis\": 20.0, \"groundworkMillis\": 10.0, \"ratio\": 2.00, \"target\": 1.5}");
	}

	@Test
	void medianIsTheMiddle() {
		Median median = new Median();
		median.add(9_000_000);
		median.add(1_000_000);
		median.add(2_000_000);
		assertThat(median.get()).isEqualTo(2.0);
		median.add(4_000_000);
		assertThat(median.get()).isEqualTo(3.0);
	}

}
