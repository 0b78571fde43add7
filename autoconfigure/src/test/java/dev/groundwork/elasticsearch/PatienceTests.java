package dev.groundwork.elasticsearch;

import java.time.Duration;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Patience}.
 */
@Timeout(10)
class PatienceTests {

	private static final Diagnosis STUCK = new Diagnosis(FailureKind.TRANSIENT, "copy", "does not go on", "", "");

	@Test
	void waitEndsWhenNothingMoves() {
		Patience patience = new Patience(Duration.ofMillis(50), Duration.ofMillis(1));
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> {
			while (true) {
				patience.pause(() -> STUCK);
			}
		}).withMessageContaining("does not go on");
	}

	@Test
	void waitEndsWhenTheThreadIsInterrupted() {
		Patience patience = new Patience(Duration.ofMinutes(5), Duration.ofMinutes(5));
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> patience.pause(() -> STUCK))
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).isTrue();
	}

}
