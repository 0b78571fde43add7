package dev.groundwork.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Table}, {@link Comparison} and {@link Median}.
 */
class TableTests {

	@Test
	void missedTargetIsNamed() {
		Comparison missed = Comparison.ofMillis("again", 20, 10, 3);
		assertThat(missed.isMissed()).isTrue();
		assertThat(new Table(List.of(missed)).toMarkdown()).contains("MISSED 3.0");
	}

	@Test
	void withoutTargetNothingIsMissed() {
		assertThat(Comparison.ofMillis("again", 1, 10, 0).isMissed()).isFalse();
	}

	@Test
	void numbersAreForProgramsToo() {
		assertThat(new Table(List.of(Comparison.ofMillis("again", 20, 10, 1.5))).toJson()).contains(
				"{\"scenario\": \"again\", \"unit\": \"ms\", \"plain\": 20.0, \"groundwork\": 10.0, \"target\": \"1.5\", \"missed\": false}");
	}

	@ParameterizedTest
	@CsvSource({ "10.5, 10, false", "10.6, 10, true" })
	void overheadIsMeasuredAgainstPlainSpring(double groundwork, double plain, boolean missed) {
		assertThat(new Comparison("start", "s", plain, groundwork, Promise.atMostOfPlain(1.05)).isMissed())
			.isEqualTo(missed);
		assertThat(new Comparison("memory", "MiB", plain, groundwork, Promise.atMostAbovePlain(0.5)).isMissed())
			.isEqualTo(missed);
	}

	@ParameterizedTest
	@CsvSource({ "3, false", "5, true" })
	void promiseMayBeFigureOfItsOwn(double groundwork, boolean tooMuch) {
		assertThat(new Comparison("back", "s", 30, groundwork, Promise.atMost(3)).isMissed()).isEqualTo(tooMuch);
		assertThat(new Comparison("served", "%", 30, groundwork, Promise.atLeast(5)).isMissed()).isEqualTo(!tooMuch);
	}

	@Test
	void medianIsTheMiddle() {
		Median median = new Median();
		median.addNanos(9_000_000);
		median.addNanos(1_000_000);
		median.addNanos(2_000_000);
		assertThat(median.get()).isEqualTo(2.0);
		median.addNanos(4_000_000);
		assertThat(median.get()).isEqualTo(3.0);
	}

}
