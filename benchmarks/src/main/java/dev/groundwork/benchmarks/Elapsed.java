package dev.groundwork.benchmarks;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long it takes until something is so.
 */
final class Elapsed {

	private Elapsed() {
	}

	static double until(Duration limit, Callable<Boolean> condition) {
		return until(limit, Duration.ofMillis(20), condition, System.nanoTime());
	}

	/**
	 * Ask again and again.
	 * @param limit how long at most
	 * @param interval the time between two questions
	 * @param condition what to ask
	 * @param start the moment from which on the time counts
	 * @return the time in milliseconds, the limit if it was reached
	 */
	static double until(Duration limit, Duration interval, Callable<Boolean> condition, long start) {
		CountDownLatch never = new CountDownLatch(1);
		try {
			while (System.nanoTime() - start < limit.toNanos()) {
				if (condition.call()) {
					return (System.nanoTime() - start) / 1e6;
				}
				never.await(interval.toMillis(), TimeUnit.MILLISECONDS);
			}
			return limit.toMillis();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
