package dev.groundwork.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for what a server was told to do.
 */
final class Waiting {

	static final Duration LIMIT = Duration.ofSeconds(30);

	private Waiting() {
	}

	/**
	 * Wait for a future.
	 * @param future what to wait for
	 * @param what what it stands for, after "waiting for"
	 * @throws LocalServerException if it fails, does not complete within the limit, or
	 * the thread is interrupted
	 */
	static void await(CompletableFuture<?> future, String what) {
		try {
			future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new LocalServerException("Gave up waiting for %s after %s".formatted(what, LIMIT), ex);
		}
		catch (ExecutionException ex) {
			throw new LocalServerException("Failed while waiting for %s".formatted(what), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LocalServerException("Interrupted while waiting for %s".formatted(what), ex);
		}
	}

}
