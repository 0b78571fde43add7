package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.groundwork.autoconfigure.RabbitMqProperties.Queue;
import dev.groundwork.autoconfigure.RabbitMqProperties.QueueType;
import dev.groundwork.autoconfigure.RabbitMqProperties.Retry;
import dev.groundwork.rabbitmq.QueueResource;
import dev.groundwork.rabbitmq.RetryLadder;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What the properties of a retry ladder mean.
 */
final class QueueRetry {

	private final Queue queue;

	private final RetryLadder ladder;

	private final String property;

	QueueRetry(Queue queue, Retry retry, String property) {
		this.queue = queue;
		this.property = property + ".retry";
		this.ladder = new RetryLadder(String.valueOf(queue.getName()), delays(retry), retry.isParkingLot(),
				retry.isParkingLot() && !queue.isExternal());
	}

	private List<Duration> delays(Retry retry) {
		String delays = this.property + ".delays";
		if (retry.getDelays().isEmpty()) {
			throw new InvalidConfigurationPropertyValueException(delays, null,
					"it must name at least one time to wait");
		}
		for (Duration delay : retry.getDelays()) {
			if (delay.toMillis() <= 0) {
				throw new InvalidConfigurationPropertyValueException(delays, delay, "it must be at least 1ms");
			}
		}
		return retry.getDelays();
	}

	RetryLadder ladder() {
		return this.ladder;
	}

	/**
	 * Add what makes the broker move rejected messages to where they end.
	 * @param arguments the arguments of the queue
	 */
	void deadLetter(DeclaredArguments arguments) {
		if (this.ladder.rejectsToParkingLot()) {
			arguments.with("retry.parking-lot", "x-dead-letter-exchange", "")
				.with("retry.parking-lot", "x-dead-letter-routing-key", this.ladder.parkingLotQueue());
		}
	}

	/**
	 * Return the queues of the ladder. They are of the type of the queue.
	 * @param arguments the arguments of the queue
	 * @return the queues
	 */
	List<QueueResource> queues(Map<String, Object> arguments) {
		Object type = arguments.get("x-queue-type");
		if (QueueType.STREAM.name().equalsIgnoreCase(String.valueOf(type))) {
			throw new InvalidConfigurationPropertyValueException(this.property + ".delays",
					this.ladder.delays().toString(), "A stream keeps its messages: they cannot fail and come again.");
		}
		return this.ladder.queues((type != null) ? type.toString() : null, this.queue.isDurable());
	}

}
