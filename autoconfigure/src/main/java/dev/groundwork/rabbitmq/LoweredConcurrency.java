package dev.groundwork.rabbitmq;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * A container whose concurrency is lowered, and what the application has set. The
 * container does not tell what it was set to, so that its fields are read. If somebody
 * else changes the concurrency meanwhile it is theirs.
 */
final class LoweredConcurrency {

	private final SimpleMessageListenerContainer container;

	private final PropertyAccessor fields;

	private final int concurrent;

	private final @Nullable Integer max;

	private int current;

	private @Nullable Integer currentMax;

	private LoweredConcurrency(SimpleMessageListenerContainer container, PropertyAccessor fields) {
		this.container = container;
		this.fields = fields;
		this.concurrent = concurrent();
		this.max = max();
		this.current = this.concurrent;
		this.currentMax = this.max;
	}

	/**
	 * Return what is to be lowered of the given container.
	 * @param container the container
	 * @return {@code null} if it has only one consumer, or does not tell
	 */
	static @Nullable LoweredConcurrency of(SimpleMessageListenerContainer container) {
		try {
			LoweredConcurrency concurrency = new LoweredConcurrency(container,
					PropertyAccessorFactory.forDirectFieldAccess(container));
			return (concurrency.most() > 1) ? concurrency : null;
		}
		catch (InvalidPropertyException | ClassCastException ex) {
			// A version that keeps it elsewhere
			return null;
		}
	}

	private int most() {
		return (this.max != null) ? this.max : this.concurrent;
	}

	/**
	 * Return how many consumers are missing.
	 * @return the number
	 */
	int missing() {
		return most() - ((this.currentMax != null) ? this.currentMax : this.current);
	}

	void lower() {
		set(1, (this.max != null) ? 1 : null);
	}

	/**
	 * Raise the container.
	 * @param share how far: 1 is what the application has set
	 */
	void raise(double share) {
		set(between(this.concurrent, share), (this.max != null) ? Integer.valueOf(between(this.max, share)) : null);
	}

	void restore() {
		set(this.concurrent, this.max);
	}

	private static int between(int target, double share) {
		return 1 + (int) Math.round((target - 1) * share);
	}

	private void set(int newConcurrent, @Nullable Integer newMax) {
		if (concurrent() != this.current || !Objects.equals(max(), this.currentMax)) {
			return;
		}
		if (newMax != null && newMax >= this.current) {
			setMax(newMax);
		}
		this.current = newConcurrent;
		this.container.setConcurrentConsumers(newConcurrent);
		if (newMax != null && !newMax.equals(this.currentMax)) {
			setMax(newMax);
		}
	}

	private void setMax(int newMax) {
		this.currentMax = newMax;
		this.container.setMaxConcurrentConsumers(newMax);
	}

	private int concurrent() {
		return (int) Objects.requireNonNull(this.fields.getPropertyValue("concurrentConsumers"));
	}

	private @Nullable Integer max() {
		return (Integer) this.fields.getPropertyValue("maxConcurrentConsumers");
	}

}
