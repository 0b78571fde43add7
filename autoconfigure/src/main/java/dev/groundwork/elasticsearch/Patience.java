package dev.groundwork.elasticsearch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;

/**
 * A wait that ends when nothing has moved for too long, or when its thread is
 * interrupted.
 */
final class Patience {

	private static final int SLOWEST = 20;

	private final Duration limit;

	private final Duration pause;

	private long lastMove = System.nanoTime();

	private int pauses;

	Patience() {
		this(Duration.ofMinutes(5), Duration.ofMillis(200));
	}

	Patience(Duration limit, Duration pause) {
		this.limit = limit;
		this.pause = pause;
	}

	/**
	 * Begin anew, because something has moved.
	 */
	void renew() {
		this.lastMove = System.nanoTime();
		this.pauses = 0;
	}

	/**
	 * Wait a little, longer each time.
	 * @param onEnd says what was waited for
	 * @throws DiagnosedException if nothing has moved for too long, or the thread was
	 * interrupted
	 */
	void pause(Supplier<Diagnosis> onEnd) {
		if (System.nanoTime() - this.lastMove > this.limit.toNanos()) {
			throw new DiagnosedException(onEnd.get(), null);
		}
		this.pauses = Math.min(this.pauses + 1, SLOWEST);
		try {
			new CompletableFuture<Void>()
				.completeOnTimeout(null, this.pause.toMillis() * this.pauses, TimeUnit.MILLISECONDS)
				.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DiagnosedException(onEnd.get(), ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
