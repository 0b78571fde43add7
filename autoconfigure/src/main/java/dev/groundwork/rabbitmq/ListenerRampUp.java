package dev.groundwork.rabbitmq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Lets listeners begin with one consumer after a connection was lost, and raises them
 * step by step to what the application has set: a broker that has just come back is not
 * met by all consumers of all replicas at once.
 * <p>
 * A {@link SimpleMessageListenerContainer} only. A direct container forgets which
 * consumers it has to start again when their number is changed while the broker is away.
 * Thread-safe: whatever changes a listener happens on one thread of its own, which is not
 * started before there is something to do.
 *
 * @since 0.1.0
 */
public final class ListenerRampUp implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(ListenerRampUp.class);

	private static final int MOST_STEPS = 10;

	private final Duration duration;

	private final ScheduledExecutorService executor;

	private volatile List<SimpleMessageListenerContainer> containers = List.of();

	private final Map<SimpleMessageListenerContainer, LoweredConcurrency> lowered = new LinkedHashMap<>();

	private final Map<ConnectionFactory, List<Future<?>>> steps = new LinkedHashMap<>();

	/**
	 * Create a new {@link ListenerRampUp} instance.
	 * @param duration the time from the first consumer to the last; not negative, zero to
	 * leave listeners alone
	 */
	public ListenerRampUp(Duration duration) {
		this.duration = duration;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("groundwork-ramp-up-");
		threads.setDaemon(true);
		this.executor = Executors.newSingleThreadScheduledExecutor(threads);
	}

	/**
	 * Set the containers, once they have been created.
	 * @param all the containers of the application
	 */
	public void watch(Collection<AbstractMessageListenerContainer> all) {
		this.containers = all.stream()
			.filter(SimpleMessageListenerContainer.class::isInstance)
			.map(SimpleMessageListenerContainer.class::cast)
			.toList();
	}

	/**
	 * Lower the listeners of a connection that was lost. Returns at once.
	 * @param lost what connects the listeners
	 */
	public void lower(ConnectionFactory lost) {
		if (!this.duration.isZero()) {
			execute(() -> {
				cancelSteps(lost);
				of(lost).filter(SimpleMessageListenerContainer::isRunning)
					.forEach((container) -> this.lowered.computeIfAbsent(container, LoweredConcurrency::of));
				loweredOf(lost).forEach(LoweredConcurrency::lower);
			});
		}
	}

	/**
	 * Raise the listeners of a connection that is there again to what they were. Returns
	 * at once.
	 * @param restored what connects the listeners
	 */
	public void raise(ConnectionFactory restored) {
		execute(() -> {
			cancelSteps(restored);
			int most = loweredOf(restored).stream().mapToInt(LoweredConcurrency::missing).max().orElse(0);
			int count = Math.min(most, MOST_STEPS);
			List<Future<?>> scheduled = new ArrayList<>();
			for (int step = 1; step <= count; step++) {
				long delay = this.duration.toMillis() * step / count;
				double share = (double) step / count;
				scheduled.add(this.executor.schedule(() -> step(restored, share), delay, TimeUnit.MILLISECONDS));
			}
			if (count == 0) {
				step(restored, 1);
			}
			this.steps.put(restored, scheduled);
		});
	}

	private void step(ConnectionFactory restored, double share) {
		for (LoweredConcurrency each : loweredOf(restored)) {
			try {
				each.raise(share);
			}
			catch (RuntimeException ex) {
				logger.warn("A listener cannot be raised to its concurrency, it stays at what it has", ex);
			}
		}
		if (share == 1) {
			this.lowered.keySet().removeAll(of(restored).toList());
		}
	}

	private void cancelSteps(ConnectionFactory connectionFactory) {
		List<Future<?>> scheduled = this.steps.remove(connectionFactory);
		if (scheduled != null) {
			scheduled.forEach((step) -> step.cancel(false));
		}
	}

	private Stream<SimpleMessageListenerContainer> of(ConnectionFactory connectionFactory) {
		return this.containers.stream().filter((container) -> container.getConnectionFactory() == connectionFactory);
	}

	private List<LoweredConcurrency> loweredOf(ConnectionFactory connectionFactory) {
		return this.lowered.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().getConnectionFactory() == connectionFactory)
			.map(Map.Entry::getValue)
			.toList();
	}

	private void execute(Runnable action) {
		try {
			this.executor.execute(() -> {
				try {
					action.run();
				}
				catch (RuntimeException ex) {
					logger.warn("The concurrency of listeners cannot be changed", ex);
				}
			});
		}
		catch (RejectedExecutionException ex) {
			// Closed: what was lowered has been set back
		}
	}

	/**
	 * Set back what was lowered, at once, and change nothing from now on.
	 */
	@Override
	public void close() {
		execute(() -> {
			List.copyOf(this.steps.keySet()).forEach(this::cancelSteps);
			this.lowered.values().forEach(LoweredConcurrency::restore);
			this.lowered.clear();
		});
		this.executor.shutdown();
	}

}
