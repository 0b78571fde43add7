package dev.groundwork.demonstration;

import java.util.Collection;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Does several things at once and ends with the last of them, or with the first that
 * fails.
 */
final class Together {

	private Together() {
	}

	static void run(Collection<Runnable> tasks) {
		ExecutorService executor = Executors.newCachedThreadPool(DaemonThreads.named("together"));
		try {
			CompletionService<Boolean> completions = new ExecutorCompletionService<>(executor);
			tasks.forEach((task) -> completions.submit(task, true));
			for (int i = 0; i < tasks.size(); i++) {
				completions.take().get();
			}
		}
		catch (ExecutionException ex) {
			throw DemonstrationException.of(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DemonstrationException("Interrupted", ex);
		}
		finally {
			executor.shutdownNow();
		}
	}

}
