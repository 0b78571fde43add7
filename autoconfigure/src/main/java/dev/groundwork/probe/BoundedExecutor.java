package dev.groundwork.probe;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * {@link Executor} with few threads, none of which a client can keep: what takes too long
 * is interrupted, which closes the connection that it reads from or writes to.
 */
final class BoundedExecutor implements Executor {

	private static final int THREADS = 4;

	private static final int KEEP_ALIVE_SECONDS = 10;

	private final long limitMillis;

	private final ExecutorService workers;

	private final ScheduledExecutorService timer;

	BoundedExecutor(long limitMillis) {
		this.limitMillis = limitMillis;
		this.workers = new ThreadPoolExecutor(1, THREADS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new IdleFirstQueue(),
				threads("groundwork-probe-"), (command, pool) -> pool.getQueue().add(command));
		this.timer = Executors.newSingleThreadScheduledExecutor(threads("groundwork-probe-timer-"));
	}

	private static ThreadFactory threads(String prefix) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
		threads.setDaemon(true);
		return threads;
	}

	@Override
	public void execute(Runnable command) {
		this.workers.execute(() -> runWithinLimit(command));
	}

	private void runWithinLimit(Runnable command) {
		Limit limit = new Limit(Thread.currentThread());
		Future<?> alarm = this.timer.schedule(limit::passed, this.limitMillis, TimeUnit.MILLISECONDS);
		try {
			command.run();
		}
		finally {
			limit.kept();
			alarm.cancel(false);
		}
	}

	void shutdown() {
		this.workers.shutdownNow();
		this.timer.shutdownNow();
	}

	/**
	 * Takes a command only if a thread waits for one, so that another thread is started
	 * where none does, and not before.
	 */
	@SuppressWarnings("serial")
	private static final class IdleFirstQueue extends LinkedTransferQueue<Runnable> {

		@Override
		public boolean offer(Runnable command) {
			return tryTransfer(command);
		}

	}

	private static final class Limit {

		private final Thread worker;

		private boolean kept;

		Limit(Thread worker) {
			this.worker = worker;
		}

		synchronized void passed() {
			if (!this.kept) {
				this.worker.interrupt();
			}
		}

		synchronized void kept() {
			this.kept = true;
			// What was interrupted is over, the thread goes on
			Thread.interrupted();
		}

	}

}
