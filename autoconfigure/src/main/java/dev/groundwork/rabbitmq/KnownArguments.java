package dev.groundwork.rabbitmq;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The arguments of exchanges, queues and bindings that RabbitMQ and the plugins it comes
 * with document. Each has one type wherever it occurs.
 */
final class KnownArguments {

	static final String CLASSIC = "classic";

	static final String QUORUM = "quorum";

	static final String STREAM = "stream";

	private static final Map<String, KnownArgument> BY_NAME = Stream
		.of(KnownArgument.ofQueue("x-queue-type", ArgumentType.STRING, CLASSIC, QUORUM, STREAM),
				KnownArgument.ofQueue("x-message-ttl", ArgumentType.INTEGER, CLASSIC, QUORUM),
				KnownArgument.ofQueue("x-expires", ArgumentType.INTEGER, CLASSIC, QUORUM),
				KnownArgument.ofQueue("x-max-length", ArgumentType.INTEGER, CLASSIC, QUORUM),
				KnownArgument.ofQueue("x-max-length-bytes", ArgumentType.INTEGER, CLASSIC, QUORUM, STREAM),
				KnownArgument.ofQueue("x-overflow", ArgumentType.STRING, CLASSIC, QUORUM),
				KnownArgument.ofQueue("x-dead-letter-exchange", ArgumentType.STRING, CLASSIC, QUORUM),
				KnownArgument.ofQueue("x-dead-letter-routing-key", ArgumentType.STRING, CLASSIC, QUORUM),
				KnownArgument.ofQueue("x-dead-letter-strategy", ArgumentType.STRING, QUORUM),
				KnownArgument.ofQueue("x-single-active-consumer", ArgumentType.BOOLEAN, CLASSIC, QUORUM),
				KnownArgument.ofQueue("x-consumer-timeout", ArgumentType.INTEGER, CLASSIC, QUORUM),
				KnownArgument.ofQueue("x-queue-leader-locator", ArgumentType.STRING, CLASSIC, QUORUM, STREAM),
				KnownArgument.ofQueue("x-queue-master-locator", ArgumentType.STRING, CLASSIC),
				KnownArgument.ofQueue("x-max-priority", ArgumentType.INTEGER, CLASSIC),
				KnownArgument.ofQueue("x-queue-mode", ArgumentType.STRING, CLASSIC),
				KnownArgument.ofQueue("x-queue-version", ArgumentType.INTEGER, CLASSIC),
				KnownArgument.ofQueue("x-delivery-limit", ArgumentType.INTEGER, QUORUM),
				KnownArgument.ofQueue("x-quorum-initial-group-size", ArgumentType.INTEGER, QUORUM),
				KnownArgument.ofQueue("x-quorum-target-group-size", ArgumentType.INTEGER, QUORUM),
				KnownArgument.ofQueue("x-max-in-memory-length", ArgumentType.INTEGER, QUORUM),
				KnownArgument.ofQueue("x-max-in-memory-bytes", ArgumentType.INTEGER, QUORUM),
				KnownArgument.ofQueue("x-delayed-retry-type", ArgumentType.STRING, QUORUM),
				KnownArgument.ofQueue("x-delayed-retry-min", ArgumentType.INTEGER, QUORUM),
				KnownArgument.ofQueue("x-delayed-retry-max", ArgumentType.INTEGER, QUORUM),
				KnownArgument.ofQueue("x-max-age", ArgumentType.STRING, STREAM),
				KnownArgument.ofQueue("x-stream-max-segment-size-bytes", ArgumentType.INTEGER, STREAM),
				KnownArgument.ofQueue("x-stream-filter-size-bytes", ArgumentType.INTEGER, STREAM),
				KnownArgument.ofQueue("x-initial-cluster-size", ArgumentType.INTEGER, STREAM),
				KnownArgument.ofExchange("alternate-exchange", ArgumentType.STRING),
				KnownArgument.ofExchange("x-delayed-type", ArgumentType.STRING),
				KnownArgument.ofExchange("hash-header", ArgumentType.STRING),
				KnownArgument.ofExchange("hash-property", ArgumentType.STRING),
				KnownArgument.ofExchange("x-super-stream", ArgumentType.BOOLEAN),
				KnownArgument.ofExchange("x-recent-history-length", ArgumentType.INTEGER),
				KnownArgument.ofBinding("x-match", ArgumentType.STRING),
				KnownArgument.ofBinding("x-stream-partition-order", ArgumentType.INTEGER))
		.collect(Collectors.toMap(KnownArgument::name, (argument) -> argument, (first, second) -> first, TreeMap::new));

	private KnownArguments() {
	}

	static Optional<KnownArgument> find(String name) {
		return Optional.ofNullable(BY_NAME.get(name));
	}

	static Optional<ArgumentType> typeOf(String name) {
		return find(name).map(KnownArgument::type);
	}

	/**
	 * Return every argument.
	 * @return the arguments in the order of their names
	 */
	static Collection<KnownArgument> all() {
		return BY_NAME.values();
	}

}
