package dev.groundwork.demonstration;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Patience}.
 */
class PatienceTests {

	@AfterEach
	void forgetInterruption() {
		Thread.interrupted();
	}

	@Test
	void looksUntilThereIsSomethingToSee() {
		AtomicInteger looks = new AtomicInteger();
		Integer seen = Patience.await("the third look", Duration.ofSeconds(30),
				() -> Optional.of(looks.incrementAndGet()).filter((count) -> count == 3));
		assertThat(seen).isEqualTo(3);
	}

	@Test
	void givesUpAfterTheLimitAndNamesWhatWasMissing() {
		assertThatExceptionOfType(DemonstrationException.class)
			.isThrownBy(() -> Patience.await("a miracle", Duration.ofMillis(20), Optional::empty))
			.withMessage("No sign of a miracle after 0 s");
	}

	@Test
	void failedLookEndsTheWait() {
		assertThatExceptionOfType(DemonstrationException.class)
			.isThrownBy(() -> Patience.await("it", Duration.ofSeconds(30), () -> {
				throw new IllegalStateException("'search' has ended");
			}))
			.withMessage("'search' has ended");
	}

	@Test
	void interruptionEndsTheWait() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(DemonstrationException.class)
			.isThrownBy(() -> Patience.await("it", Duration.ofSeconds(30), Optional::empty));
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

}
