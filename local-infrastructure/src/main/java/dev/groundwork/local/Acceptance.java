package dev.groundwork.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for a server to accept work.
 *
 * @param subject the name of the server, for messages
 * @param accepted whether the server accepts work now; bounded by itself
 * @param log the last lines of the server's log, for messages
 * @param limit how long to wait
 */
record Acceptance(String subject, BooleanSupplier accepted, Supplier<String> log, Duration limit) {

	private static final long INTERVAL_MILLIS = 50;

	void await(CompletableFuture<?> serverEnd) {
		CompletableFuture<Boolean> outcome = new CompletableFuture<>();
		serverEnd.whenComplete((ended, ex) -> outcome.complete(false));
		ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(this::newThread);
		try {
			executor.scheduleWithFixedDelay(() -> check(outcome), 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
			if (!outcome.get(this.limit.toMillis(), TimeUnit.MILLISECONDS)) {
				throw failure("ended before it accepted work");
			}
		}
		catch (TimeoutException ex) {
			throw failure("does not accept work after " + this.limit);
		}
		catch (ExecutionException ex) {
			throw new LocalServerException("'%s' cannot be checked".formatted(this.subject), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LocalServerException("Interrupted while '%s' was starting".formatted(this.subject), ex);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private void check(CompletableFuture<Boolean> outcome) {
		try {
			if (this.accepted.getAsBoolean()) {
				outcome.complete(true);
			}
		}
		catch (RuntimeException ex) {
			outcome.completeExceptionally(ex);
		}
	}

	private LocalServerException failure(String what) {
		return new LocalServerException(
				"'%s' %s; the last lines of its log:%n%s".formatted(this.subject, what, this.log.get()));
	}

	private Thread newThread(Runnable target) {
		Thread thread = new Thread(target, "await-" + this.subject);
		thread.setDaemon(true);
		return thread;
	}

}
