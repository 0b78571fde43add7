package dev.groundwork.readiness;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads on which checks run: one that waits for all of them, and one for each check
 * that is running. Daemons, so a check that hangs does not keep the JVM alive.
 *
 * @since 0.1.0
 */
public final class CheckThreads implements AutoCloseable {

	private static final Runnable NOTHING = () -> {
	};

	private final ScheduledThreadPoolExecutor timer;

	private final ExecutorService executor;

	/**
	 * Create a new {@link CheckThreads} instance. No thread is started before it is
	 * needed.
	 */
	public CheckThreads() {
		this.timer = new ScheduledThreadPoolExecutor(1, threads("groundwork-check-timer-"));
		this.timer.setRemoveOnCancelPolicy(true);
		this.executor = Executors.newCachedThreadPool(threads("groundwork-check-"));
	}

	private static CustomizableThreadFactory threads(String prefix) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
		threads.setDaemon(true);
		return threads;
	}

	DependencyMonitor monitor(WatchedDependency dependency, DependencyTransitions transitions) {
		return new DependencyMonitor(dependency, Clock.systemUTC(), this::after, this.executor,
				() -> ThreadLocalRandom.current().nextDouble(), transitions);
	}

	private Runnable after(Duration delay, Runnable action) {
		try {
			Future<?> future = this.timer.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
			return () -> future.cancel(false);
		}
		catch (RejectedExecutionException ex) {
			return NOTHING;
		}
	}

	/**
	 * Start nothing any more. What is running is left alone: a check is never
	 * interrupted.
	 */
	@Override
	public void close() {
		this.timer.shutdownNow();
		this.executor.shutdown();
	}

}
