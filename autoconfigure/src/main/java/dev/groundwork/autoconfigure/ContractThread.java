package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * A thread that takes a part in checking the contract, as checking it takes long in a JVM
 * that has just started.
 */
final class ContractThread {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private ContractThread() {
	}

	/**
	 * Do something on another thread.
	 * @param part what to do
	 */
	static void start(Runnable part) {
		Thread thread = new Thread(part, "groundwork-contract");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Wait for what comes of it, for ten seconds at most.
	 * @param <T> what it is
	 * @param part what is being done
	 * @return what came of it or {@code null} if it has failed or takes too long
	 */
	static <T> @Nullable T await(Future<T> part) {
		try {
			return part.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (ExecutionException | CancellationException | TimeoutException ex) {
			return null;
		}
	}

}
