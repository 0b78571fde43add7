package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

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
	 * Begin to do parts on another thread, in their order.
	 * @param <T> what comes of a part
	 * @param parts what to do
	 * @return does them from the other end until both meet, and returns what came of each
	 * in their order, {@code null} where that has failed or takes too long
	 */
	static <T> Supplier<List<@Nullable T>> share(Collection<? extends Callable<T>> parts) {
		List<FutureTask<T>> tasks = parts.stream().map((part) -> new FutureTask<T>(part)).toList();
		if (!tasks.isEmpty()) {
			start(() -> tasks.forEach(FutureTask::run));
		}
		return () -> {
			List<@Nullable T> results = new ArrayList<>();
			// a task runs only once
			for (int index = tasks.size() - 1; index >= 0; index--) {
				tasks.get(index).run();
			}
			tasks.forEach((task) -> results.add(await(task)));
			return results;
		};
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
