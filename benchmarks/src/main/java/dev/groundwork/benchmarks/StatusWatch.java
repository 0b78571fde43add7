package dev.groundwork.benchmarks;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Counts how often a status changes.
 */
final class StatusWatch implements AutoCloseable {

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

	private final AtomicInteger changes = new AtomicInteger();

	private String last;

	StatusWatch(Supplier<String> status) {
		this.last = status.get();
		this.executor.scheduleWithFixedDelay(() -> {
			String current = status.get();
			if (!current.equals(this.last)) {
				this.last = current;
				this.changes.incrementAndGet();
			}
		}, 20, 20, TimeUnit.MILLISECONDS);
	}

	int changes() {
		return this.changes.get();
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
