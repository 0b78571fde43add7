package dev.groundwork.demonstration;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Together}.
 */
@Timeout(30)
class TogetherTests {

	private final CountDownLatch latch = new CountDownLatch(1);

	@Test
	void tasksRunAtOnce() {
		Together.run(List.of(this::await, this.latch::countDown));
		assertThat(this.latch.getCount()).isZero();
	}

	@Test
	void firstFailureEndsTheOthers() {
		assertThatExceptionOfType(DemonstrationException.class)
			.isThrownBy(() -> Together.run(List.of(this::await, () -> {
				throw new IllegalStateException("'search' has ended");
			})))
			.withMessage("'search' has ended");
	}

	private void await() {
		try {
			assertThat(this.latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
