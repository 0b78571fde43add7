package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PatientWait}.
 */
@Timeout(20)
class PatientWaitTests {

	private final ExecutorService executor = Executors.newFixedThreadPool(2);

	private final CountDownLatch aborted = new CountDownLatch(1);

	private final AtomicInteger ended = new AtomicInteger();

	@AfterEach
	void end() {
		this.aborted.countDown();
		this.executor.shutdown();
	}

	@Test
	void waitsUntilAllHaveEnded() {
		assertThat(run(() -> 0, Duration.ofSeconds(10), () -> {
		}, () -> {
		})).isNull();
		assertThat(this.ended).hasValue(2);
	}

	@Test
	void firstLossIsReturnedAfterTheOthersHaveEnded() {
		IOException loss = new IOException("Connection reset");
		assertThat(run(() -> 0, Duration.ofSeconds(10), () -> {
			throw loss;
		}, () -> {
		})).isSameAs(loss);
	}

	@Test
	void givesUpWhenNothingMoves() {
		assertThat(run(() -> 0, Duration.ofMillis(50), this::stall)).isInstanceOf(SocketTimeoutException.class);
		assertThat(this.aborted.getCount()).isZero();
	}

	@Test
	void waitsOnWhileSomethingMoves() {
		AtomicLong moves = new AtomicLong();
		assertThat(run(() -> {
			if (moves.incrementAndGet() > 10) {
				this.aborted.countDown();
			}
			return moves.get();
		}, Duration.ofMillis(10), this::stall)).isNull();
	}

	@Test
	void interruptionEndsTheWaitAndIsRemembered() {
		Thread.currentThread().interrupt();
		assertThat(run(() -> 0, Duration.ofSeconds(10), this::stall)).isInstanceOf(InterruptedIOException.class);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.aborted.getCount()).isZero();
	}

	private void stall() throws IOException {
		try {
			this.aborted.await();
		}
		catch (InterruptedException ex) {
			throw new InterruptedIOException(ex.getMessage());
		}
	}

	private @Nullable IOException run(LongSupplier activity, Duration patience, LaneTask... tasks) {
		PatientWait wait = new PatientWait(this.executor, activity, this.aborted::countDown, patience);
		return wait.run(List.of(tasks), this.ended::incrementAndGet);
	}

}
