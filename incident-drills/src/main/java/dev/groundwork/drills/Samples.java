package dev.groundwork.drills;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What is seen by looking again and again until this is closed.
 *
 * @param <T> the type of a sample
 */
final class Samples<T> implements AutoCloseable {

	private final List<T> taken = new CopyOnWriteArrayList<>();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private Samples() {
	}

	static <T> Samples<T> every(Duration interval, Supplier<T> look) {
		Samples<T> samples = new Samples<>();
		samples.timer.scheduleAtFixedRate(() -> samples.taken.add(look.get()), 0, interval.toMillis(),
				TimeUnit.MILLISECONDS);
		return samples;
	}

	List<T> taken() {
		return List.copyOf(this.taken);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
