package dev.groundwork.rabbitmq;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DurationText}.
 */
class DurationTextTests {

	@ParameterizedTest
	@CsvSource({ "PT0S, 0ms", "PT0.25S, 250ms", "PT1.5S, 1500ms", "PT1S, 1s", "PT90S, 90s", "PT60S, 1m", "PT90M, 90m",
			"PT1H, 1h", "PT36H, 36h", "P1D, 1d", "P7D, 7d" })
	void durationIsInTheLargestUnitThatIsExact(Duration duration, String text) {
		assertThat(DurationText.of(duration)).isEqualTo(text);
	}

}
