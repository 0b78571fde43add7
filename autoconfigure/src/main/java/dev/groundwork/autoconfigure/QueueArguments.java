package dev.groundwork.autoconfigure;

import java.time.Duration;

import dev.groundwork.autoconfigure.RabbitMqProperties.Queue;
import dev.groundwork.rabbitmq.DurationText;
import dev.groundwork.rabbitmq.QueueResource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * The arguments of a queue that have a property.
 */
final class QueueArguments {

	private QueueArguments() {
	}

	static DeclaredArguments of(Queue queue, String property) {
		return new DeclaredArguments(property, QueueResource.KIND, queue.getArguments())
			.with("type", "x-queue-type", queue.getType())
			.with("message-ttl", "x-message-ttl", millis(queue.getMessageTtl()))
			.with("expires", "x-expires", millis(queue.getExpires()))
			.with("max-length", "x-max-length", queue.getMaxLength())
			.with("max-length-bytes", "x-max-length-bytes", bytes(queue.getMaxLengthBytes()))
			.with("overflow", "x-overflow", queue.getOverflow())
			.with("dead-letter-exchange", "x-dead-letter-exchange", queue.getDeadLetterExchange())
			.with("dead-letter-routing-key", "x-dead-letter-routing-key", queue.getDeadLetterRoutingKey())
			.with("dead-letter-strategy", "x-dead-letter-strategy", queue.getDeadLetterStrategy())
			.with("single-active-consumer", "x-single-active-consumer", queue.getSingleActiveConsumer())
			.with("consumer-timeout", "x-consumer-timeout", millis(queue.getConsumerTimeout()))
			.with("max-priority", "x-max-priority", queue.getMaxPriority())
			.with("delivery-limit", "x-delivery-limit", queue.getDeliveryLimit())
			.with("initial-group-size", "x-quorum-initial-group-size", queue.getInitialGroupSize())
			.with("target-group-size", "x-quorum-target-group-size", queue.getTargetGroupSize())
			.with("leader-locator", "x-queue-leader-locator", queue.getLeaderLocator())
			.with("delayed-retry-type", "x-delayed-retry-type", queue.getDelayedRetryType())
			.with("delayed-retry-min", "x-delayed-retry-min", millis(queue.getDelayedRetryMin()))
			.with("delayed-retry-max", "x-delayed-retry-max", millis(queue.getDelayedRetryMax()))
			.with("max-age", "x-max-age", age(queue.getMaxAge(), property))
			.with("max-segment-size-bytes", "x-stream-max-segment-size-bytes", bytes(queue.getMaxSegmentSizeBytes()))
			.with("filter-size", "x-stream-filter-size-bytes", bytes(queue.getFilterSize()))
			.with("initial-cluster-size", "x-initial-cluster-size", queue.getInitialClusterSize());
	}

	private static @Nullable Long millis(@Nullable Duration duration) {
		return (duration != null) ? duration.toMillis() : null;
	}

	private static @Nullable Long bytes(@Nullable DataSize size) {
		return (size != null) ? size.toBytes() : null;
	}

	/**
	 * The broker keeps the age as text and compares it as text: a day is {@code 1D}, as
	 * people write it, and not {@code 86400s}.
	 * @param age the age
	 * @param property the property of the queue
	 * @return the age with its unit
	 */
	private static @Nullable String age(@Nullable Duration age, String property) {
		if (age == null) {
			return null;
		}
		String text = DurationText.of(age);
		if (text.endsWith("ms")) {
			throw new InvalidConfigurationPropertyValueException(property + ".max-age", age,
					"RabbitMQ counts the age of streams in whole seconds");
		}
		return text.replace('d', 'D');
	}

}
