package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the RabbitMQ topology.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = "groundwork.rabbitmq", ignoreUnknownFields = false)
public class RabbitMqProperties {

	/**
	 * Whether to provision RabbitMQ and to hold message listeners back until it is.
	 */
	private boolean enabled = true;

	/**
	 * Exchanges that must exist.
	 */
	private final List<Exchange> exchanges = new ArrayList<>();

	/**
	 * Queues that must exist.
	 */
	private final List<Queue> queues = new ArrayList<>();

	/**
	 * Bindings that must exist, beside those of the exchanges and queues.
	 */
	private final List<Binding> bindings = new ArrayList<>();

	/**
	 * Management API of the broker.
	 */
	@NestedConfigurationProperty
	private final RabbitMqManagementProperties management = new RabbitMqManagementProperties();

	/**
	 * What to do after a connection was lost.
	 */
	private final Recovery recovery = new Recovery();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public List<Exchange> getExchanges() {
		return this.exchanges;
	}

	public List<Queue> getQueues() {
		return this.queues;
	}

	public List<Binding> getBindings() {
		return this.bindings;
	}

	public RabbitMqManagementProperties getManagement() {
		return this.management;
	}

	public Recovery getRecovery() {
		return this.recovery;
	}

	/**
	 * What to do after a connection was lost.
	 */
	public static class Recovery {

		/**
		 * Longest time between the moment when the application has connected anew and
		 * that when it verifies what it has declared. The time is chosen at random, so
		 * that replicas do not do so at once. If a duration suffix is not specified,
		 * seconds will be used.
		 */
		@DurationUnit(ChronoUnit.SECONDS)
		private Duration jitter = Duration.ofSeconds(1);

		/**
		 * Time in which listeners with more than one consumer go from one consumer back
		 * to all. Use '0' to have all of them at once. If a duration suffix is not
		 * specified, seconds will be used.
		 */
		@DurationUnit(ChronoUnit.SECONDS)
		private Duration rampUp = Duration.ofSeconds(10);

		public Duration getJitter() {
			return this.jitter;
		}

		public void setJitter(Duration jitter) {
			this.jitter = jitter;
		}

		public Duration getRampUp() {
			return this.rampUp;
		}

		public void setRampUp(Duration rampUp) {
			this.rampUp = rampUp;
		}

	}

	/**
	 * An exchange that must exist.
	 */
	public static class Exchange {

		/**
		 * Name of the exchange.
		 */
		private @Nullable String name;

		/**
		 * Whether somebody else creates the exchange, so that it is only waited for.
		 */
		private boolean external;

		/**
		 * Name of the bean of the connection factory to use. Needed where there is more
		 * than one and none is primary.
		 */
		private @Nullable String connectionFactory;

		/**
		 * Virtual host, if it is not the one of the connection factory.
		 */
		private @Nullable String virtualHost;

		/**
		 * Type of the exchange, such as 'direct', 'topic', 'fanout', 'headers' or one of
		 * a plugin.
		 */
		private @Nullable String type;

		/**
		 * Whether the exchange survives a restart of the broker.
		 */
		private boolean durable = true;

		/**
		 * Whether the exchange is deleted when its last binding is.
		 */
		private boolean autoDelete;

		/**
		 * Whether clients are refused to publish to the exchange.
		 */
		private boolean internal;

		/**
		 * Whether messages are delayed by the plugin for delayed messages, which routes
		 * them by the type of the exchange afterwards.
		 */
		private boolean delayed;

		/**
		 * Exchange that gets what cannot be routed.
		 */
		private @Nullable String alternateExchange;

		/**
		 * Optional arguments of the exchange that have no property of their own.
		 */
		private final Map<String, Object> arguments = new LinkedHashMap<>();

		/**
		 * Bindings by which the exchange gets messages from other exchanges.
		 */
		private final List<IncomingBinding> bindings = new ArrayList<>();

		public @Nullable String getName() {
			return this.name;
		}

		public void setName(@Nullable String name) {
			this.name = name;
		}

		public boolean isExternal() {
			return this.external;
		}

		public void setExternal(boolean external) {
			this.external = external;
		}

		public @Nullable String getConnectionFactory() {
			return this.connectionFactory;
		}

		public void setConnectionFactory(@Nullable String connectionFactory) {
			this.connectionFactory = connectionFactory;
		}

		public @Nullable String getVirtualHost() {
			return this.virtualHost;
		}

		public void setVirtualHost(@Nullable String virtualHost) {
			this.virtualHost = virtualHost;
		}

		public @Nullable String getType() {
			return this.type;
		}

		public void setType(@Nullable String type) {
			this.type = type;
		}

		public boolean isDurable() {
			return this.durable;
		}

		public void setDurable(boolean durable) {
			this.durable = durable;
		}

		public boolean isAutoDelete() {
			return this.autoDelete;
		}

		public void setAutoDelete(boolean autoDelete) {
			this.autoDelete = autoDelete;
		}

		public boolean isInternal() {
			return this.internal;
		}

		public void setInternal(boolean internal) {
			this.internal = internal;
		}

		public boolean isDelayed() {
			return this.delayed;
		}

		public void setDelayed(boolean delayed) {
			this.delayed = delayed;
		}

		public @Nullable String getAlternateExchange() {
			return this.alternateExchange;
		}

		public void setAlternateExchange(@Nullable String alternateExchange) {
			this.alternateExchange = alternateExchange;
		}

		public Map<String, Object> getArguments() {
			return this.arguments;
		}

		public List<IncomingBinding> getBindings() {
			return this.bindings;
		}

	}

	/**
	 * A queue that must exist.
	 */
	public static class Queue {

		/**
		 * Name of the queue.
		 */
		private @Nullable String name;

		/**
		 * Whether somebody else creates the queue, so that it is only waited for.
		 */
		private boolean external;

		/**
		 * Name of the bean of the connection factory to use. Needed where there is more
		 * than one and none is primary.
		 */
		private @Nullable String connectionFactory;

		/**
		 * Virtual host, if it is not the one of the connection factory.
		 */
		private @Nullable String virtualHost;

		/**
		 * Type of the queue.
		 */
		private @Nullable QueueType type;

		/**
		 * Whether the queue survives a restart of the broker.
		 */
		private boolean durable = true;

		/**
		 * Time after which a message that nobody has taken expires.
		 */
		private @Nullable Duration messageTtl;

		/**
		 * Time without use after which the broker deletes the queue.
		 */
		private @Nullable Duration expires;

		/**
		 * Number of messages that the queue holds.
		 */
		private @Nullable Long maxLength;

		/**
		 * Size of the messages that the queue holds. If a size suffix is not specified,
		 * bytes will be used.
		 */
		private @Nullable DataSize maxLengthBytes;

		/**
		 * What happens when the queue is full.
		 */
		private @Nullable Overflow overflow;

		/**
		 * Exchange that gets messages that expire, are rejected or do not fit. Empty for
		 * the default exchange.
		 */
		private @Nullable String deadLetterExchange;

		/**
		 * Routing key of dead-lettered messages, if it is not their own.
		 */
		private @Nullable String deadLetterRoutingKey;

		/**
		 * How safely a quorum queue hands dead-lettered messages over.
		 */
		private @Nullable DeadLetterStrategy deadLetterStrategy;

		/**
		 * Whether only one consumer at a time gets messages.
		 */
		private @Nullable Boolean singleActiveConsumer;

		/**
		 * Time after which a delivery that is not acknowledged is taken back from its
		 * consumer.
		 */
		private @Nullable Duration consumerTimeout;

		/**
		 * Highest priority of a message in a classic queue.
		 */
		private @Nullable Integer maxPriority;

		/**
		 * Number of times that a quorum queue delivers a message again before it is dead-
		 * lettered or dropped.
		 */
		private @Nullable Long deliveryLimit;

		/**
		 * Number of replicas that a new quorum queue gets.
		 */
		private @Nullable Integer initialGroupSize;

		/**
		 * Number of replicas that a quorum queue aims at.
		 */
		private @Nullable Integer targetGroupSize;

		/**
		 * How the node is chosen on which a new queue has its leader.
		 */
		private @Nullable LeaderLocator leaderLocator;

		/**
		 * Which of the messages that come back to a quorum queue wait before they are
		 * delivered again.
		 */
		private @Nullable DelayedRetry delayedRetryType;

		/**
		 * Shortest time that a message which came back waits.
		 */
		private @Nullable Duration delayedRetryMin;

		/**
		 * Longest time that a message which came back waits.
		 */
		private @Nullable Duration delayedRetryMax;

		/**
		 * Age up to which a stream keeps messages.
		 */
		private @Nullable Duration maxAge;

		/**
		 * Size of one file of a stream. If a size suffix is not specified, bytes will be
		 * used.
		 */
		private @Nullable DataSize maxSegmentSizeBytes;

		/**
		 * Size of the filter that a stream keeps for each chunk. If a size suffix is not
		 * specified, bytes will be used.
		 */
		private @Nullable DataSize filterSize;

		/**
		 * Number of replicas that a new stream gets.
		 */
		private @Nullable Integer initialClusterSize;

		/**
		 * Optional arguments of the queue that have no property of their own.
		 */
		private final Map<String, Object> arguments = new LinkedHashMap<>();

		/**
		 * Bindings by which the queue gets messages.
		 */
		private final List<IncomingBinding> bindings = new ArrayList<>();

		/**
		 * Where failed messages wait before they are delivered again, and where they end.
		 */
		private @Nullable Retry retry;

		public @Nullable String getName() {
			return this.name;
		}

		public void setName(@Nullable String name) {
			this.name = name;
		}

		public boolean isExternal() {
			return this.external;
		}

		public void setExternal(boolean external) {
			this.external = external;
		}

		public @Nullable String getConnectionFactory() {
			return this.connectionFactory;
		}

		public void setConnectionFactory(@Nullable String connectionFactory) {
			this.connectionFactory = connectionFactory;
		}

		public @Nullable String getVirtualHost() {
			return this.virtualHost;
		}

		public void setVirtualHost(@Nullable String virtualHost) {
			this.virtualHost = virtualHost;
		}

		public @Nullable QueueType getType() {
			return this.type;
		}

		public void setType(@Nullable QueueType type) {
			this.type = type;
		}

		public boolean isDurable() {
			return this.durable;
		}

		public void setDurable(boolean durable) {
			this.durable = durable;
		}

		public @Nullable Duration getMessageTtl() {
			return this.messageTtl;
		}

		public void setMessageTtl(@Nullable Duration messageTtl) {
			this.messageTtl = messageTtl;
		}

		public @Nullable Duration getExpires() {
			return this.expires;
		}

		public void setExpires(@Nullable Duration expires) {
			this.expires = expires;
		}

		public @Nullable Long getMaxLength() {
			return this.maxLength;
		}

		public void setMaxLength(@Nullable Long maxLength) {
			this.maxLength = maxLength;
		}

		public @Nullable DataSize getMaxLengthBytes() {
			return this.maxLengthBytes;
		}

		public void setMaxLengthBytes(@Nullable DataSize maxLengthBytes) {
			this.maxLengthBytes = maxLengthBytes;
		}

		public @Nullable Overflow getOverflow() {
			return this.overflow;
		}

		public void setOverflow(@Nullable Overflow overflow) {
			this.overflow = overflow;
		}

		public @Nullable String getDeadLetterExchange() {
			return this.deadLetterExchange;
		}

		public void setDeadLetterExchange(@Nullable String deadLetterExchange) {
			this.deadLetterExchange = deadLetterExchange;
		}

		public @Nullable String getDeadLetterRoutingKey() {
			return this.deadLetterRoutingKey;
		}

		public void setDeadLetterRoutingKey(@Nullable String deadLetterRoutingKey) {
			this.deadLetterRoutingKey = deadLetterRoutingKey;
		}

		public @Nullable DeadLetterStrategy getDeadLetterStrategy() {
			return this.deadLetterStrategy;
		}

		public void setDeadLetterStrategy(@Nullable DeadLetterStrategy deadLetterStrategy) {
			this.deadLetterStrategy = deadLetterStrategy;
		}

		public @Nullable Boolean getSingleActiveConsumer() {
			return this.singleActiveConsumer;
		}

		public void setSingleActiveConsumer(@Nullable Boolean singleActiveConsumer) {
			this.singleActiveConsumer = singleActiveConsumer;
		}

		public @Nullable Duration getConsumerTimeout() {
			return this.consumerTimeout;
		}

		public void setConsumerTimeout(@Nullable Duration consumerTimeout) {
			this.consumerTimeout = consumerTimeout;
		}

		public @Nullable Integer getMaxPriority() {
			return this.maxPriority;
		}

		public void setMaxPriority(@Nullable Integer maxPriority) {
			this.maxPriority = maxPriority;
		}

		public @Nullable Long getDeliveryLimit() {
			return this.deliveryLimit;
		}

		public void setDeliveryLimit(@Nullable Long deliveryLimit) {
			this.deliveryLimit = deliveryLimit;
		}

		public @Nullable Integer getInitialGroupSize() {
			return this.initialGroupSize;
		}

		public void setInitialGroupSize(@Nullable Integer initialGroupSize) {
			this.initialGroupSize = initialGroupSize;
		}

		public @Nullable Integer getTargetGroupSize() {
			return this.targetGroupSize;
		}

		public void setTargetGroupSize(@Nullable Integer targetGroupSize) {
			this.targetGroupSize = targetGroupSize;
		}

		public @Nullable LeaderLocator getLeaderLocator() {
			return this.leaderLocator;
		}

		public void setLeaderLocator(@Nullable LeaderLocator leaderLocator) {
			this.leaderLocator = leaderLocator;
		}

		public @Nullable DelayedRetry getDelayedRetryType() {
			return this.delayedRetryType;
		}

		public void setDelayedRetryType(@Nullable DelayedRetry delayedRetryType) {
			this.delayedRetryType = delayedRetryType;
		}

		public @Nullable Duration getDelayedRetryMin() {
			return this.delayedRetryMin;
		}

		public void setDelayedRetryMin(@Nullable Duration delayedRetryMin) {
			this.delayedRetryMin = delayedRetryMin;
		}

		public @Nullable Duration getDelayedRetryMax() {
			return this.delayedRetryMax;
		}

		public void setDelayedRetryMax(@Nullable Duration delayedRetryMax) {
			this.delayedRetryMax = delayedRetryMax;
		}

		public @Nullable Duration getMaxAge() {
			return this.maxAge;
		}

		public void setMaxAge(@Nullable Duration maxAge) {
			this.maxAge = maxAge;
		}

		public @Nullable DataSize getMaxSegmentSizeBytes() {
			return this.maxSegmentSizeBytes;
		}

		public void setMaxSegmentSizeBytes(@Nullable DataSize maxSegmentSizeBytes) {
			this.maxSegmentSizeBytes = maxSegmentSizeBytes;
		}

		public @Nullable DataSize getFilterSize() {
			return this.filterSize;
		}

		public void setFilterSize(@Nullable DataSize filterSize) {
			this.filterSize = filterSize;
		}

		public @Nullable Integer getInitialClusterSize() {
			return this.initialClusterSize;
		}

		public void setInitialClusterSize(@Nullable Integer initialClusterSize) {
			this.initialClusterSize = initialClusterSize;
		}

		public Map<String, Object> getArguments() {
			return this.arguments;
		}

		public List<IncomingBinding> getBindings() {
			return this.bindings;
		}

		public @Nullable Retry getRetry() {
			return this.retry;
		}

		public void setRetry(@Nullable Retry retry) {
			this.retry = retry;
		}

	}

	/**
	 * A retry ladder: what happens to a message that a listener of the queue fails on.
	 */
	public static class Retry {

		/**
		 * Times that a failed message waits, one for each time it is tried again.
		 */
		private final List<Duration> delays = new ArrayList<>();

		/**
		 * Whether messages that are given up or rejected end in a queue of their own.
		 */
		private boolean parkingLot = true;

		public List<Duration> getDelays() {
			return this.delays;
		}

		public boolean isParkingLot() {
			return this.parkingLot;
		}

		public void setParkingLot(boolean parkingLot) {
			this.parkingLot = parkingLot;
		}

	}

	/**
	 * A binding of the exchange or queue it stands under.
	 */
	public static class IncomingBinding {

		/**
		 * Exchange from which messages come.
		 */
		private @Nullable String exchange;

		/**
		 * Routing key of the binding.
		 */
		private @Nullable String routingKey;

		/**
		 * Routing keys, each of a binding of its own.
		 */
		private final List<String> routingKeys = new ArrayList<>();

		/**
		 * Headers that a message has, for an exchange that routes by headers.
		 */
		private final Map<String, Object> headers = new LinkedHashMap<>();

		/**
		 * How many of the headers a message must have.
		 */
		private @Nullable HeaderMatch match;

		/**
		 * Optional arguments of the binding that have no property of their own.
		 */
		private final Map<String, Object> arguments = new LinkedHashMap<>();

		public @Nullable String getExchange() {
			return this.exchange;
		}

		public void setExchange(@Nullable String exchange) {
			this.exchange = exchange;
		}

		public @Nullable String getRoutingKey() {
			return this.routingKey;
		}

		public void setRoutingKey(@Nullable String routingKey) {
			this.routingKey = routingKey;
		}

		public List<String> getRoutingKeys() {
			return this.routingKeys;
		}

		public Map<String, Object> getHeaders() {
			return this.headers;
		}

		public @Nullable HeaderMatch getMatch() {
			return this.match;
		}

		public void setMatch(@Nullable HeaderMatch match) {
			this.match = match;
		}

		public Map<String, Object> getArguments() {
			return this.arguments;
		}

	}

	/**
	 * A binding that stands by itself.
	 */
	public static class Binding extends IncomingBinding {

		/**
		 * Queue or exchange to which messages go.
		 */
		private @Nullable String destination;

		/**
		 * Whether the destination is a queue or an exchange.
		 */
		private DestinationType destinationType = DestinationType.QUEUE;

		/**
		 * Name of the bean of the connection factory to use. Needed where there is more
		 * than one and none is primary.
		 */
		private @Nullable String connectionFactory;

		/**
		 * Virtual host, if it is not the one of the connection factory.
		 */
		private @Nullable String virtualHost;

		public @Nullable String getDestination() {
			return this.destination;
		}

		public void setDestination(@Nullable String destination) {
			this.destination = destination;
		}

		public DestinationType getDestinationType() {
			return this.destinationType;
		}

		public void setDestinationType(DestinationType destinationType) {
			this.destinationType = destinationType;
		}

		public @Nullable String getConnectionFactory() {
			return this.connectionFactory;
		}

		public void setConnectionFactory(@Nullable String connectionFactory) {
			this.connectionFactory = connectionFactory;
		}

		public @Nullable String getVirtualHost() {
			return this.virtualHost;
		}

		public void setVirtualHost(@Nullable String virtualHost) {
			this.virtualHost = virtualHost;
		}

	}

	/**
	 * Type of a queue.
	 */
	public enum QueueType {

		/**
		 * Classic queue.
		 */
		CLASSIC,

		/**
		 * Replicated queue.
		 */
		QUORUM,

		/**
		 * Replicated log.
		 */
		STREAM

	}

	/**
	 * What happens when a queue is full.
	 */
	public enum Overflow {

		/**
		 * Its oldest messages are dropped or dead-lettered.
		 */
		DROP_HEAD,

		/**
		 * New messages are refused.
		 */
		REJECT_PUBLISH,

		/**
		 * New messages are refused and dead-lettered.
		 */
		REJECT_PUBLISH_DLX

	}

	/**
	 * How safely dead-lettered messages are handed over.
	 */
	public enum DeadLetterStrategy {

		/**
		 * A message may be lost on its way.
		 */
		AT_MOST_ONCE,

		/**
		 * A message stays in the queue until it has arrived.
		 */
		AT_LEAST_ONCE

	}

	/**
	 * How the node of a leader is chosen.
	 */
	public enum LeaderLocator {

		/**
		 * The node to which the client is connected.
		 */
		CLIENT_LOCAL,

		/**
		 * A node that has few leaders.
		 */
		BALANCED

	}

	/**
	 * Which messages wait before they are delivered again.
	 */
	public enum DelayedRetry {

		/**
		 * None.
		 */
		DISABLED,

		/**
		 * All that come back.
		 */
		ALL,

		/**
		 * Those whose delivery has failed.
		 */
		FAILED,

		/**
		 * Those that were returned without a failure.
		 */
		RETURNED

	}

	/**
	 * How many headers must match.
	 */
	public enum HeaderMatch {

		/**
		 * All, leaving out those that begin with 'x-'.
		 */
		ALL,

		/**
		 * Any, leaving out those that begin with 'x-'.
		 */
		ANY,

		/**
		 * All, also those that begin with 'x-'.
		 */
		ALL_WITH_X,

		/**
		 * Any, also those that begin with 'x-'.
		 */
		ANY_WITH_X

	}

	/**
	 * Type of the destination of a binding.
	 */
	public enum DestinationType {

		/**
		 * The destination is a queue.
		 */
		QUEUE,

		/**
		 * The destination is an exchange.
		 */
		EXCHANGE

	}

}
