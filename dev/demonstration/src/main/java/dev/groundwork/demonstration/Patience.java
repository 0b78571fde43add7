package dev.groundwork.demonstration;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks again and again until there is something to see.
 */
final class Patience {

	private static final long INTERVAL_MILLIS = 100;

	private Patience() {
	}

	/**
	 * Wait for something.
	 * @param <T> its type
	 * @param what what it is, after "no sign of"
	 * @param limit how long to wait
	 * @param look one look; ends the wait by an exception if it will never be there
	 * @return what was seen
	 * @throws DemonstrationException if it was not there in time, or the thread is
	 * interrupted
	 */
	static <T> T await(String what, Duration limit, Supplier<Optional<T>> look) {
		CompletableFuture<T> seen = new CompletableFuture<>();
		ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(what));
		try {
			executor.scheduleWithFixedDelay(() -> look(look, seen), 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
			return seen.get(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new DemonstrationException("No sign of %s after %d s".formatted(what, limit.toSeconds()), ex);
		}
		catch (ExecutionException ex) {
			throw DemonstrationException.of(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DemonstrationException("Interrupted while looking for " + what, ex);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static <T> void look(Supplier<Optional<T>> look, CompletableFuture<T> seen) {
		try {
			look.get().ifPresent(seen::complete);
		}
		catch (RuntimeException ex) {
			seen.completeExceptionally(ex);
		}
	}

}
