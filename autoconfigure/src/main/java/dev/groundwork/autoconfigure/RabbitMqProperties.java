package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

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
	 * Bindings that must exist, beside those of the queues.
	 */
	private final List<Binding> bindings = new ArrayList<>();

	/**
	 * Management API of the broker.
	 */
	@NestedConfigurationProperty
	private final RabbitMqManagementProperties management = new RabbitMqManagementProperties();

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

	/**
	 * An exchange that must exist.
	 */
	public static class Exchange {

		/**
		 * Name of the exchange.
		 */
		private @Nullable String name;

		/**
		 * Type of the exchange, such as 'direct', 'topic', 'fanout' or 'headers'.
		 */
		private String type = "direct";

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
		 * Optional arguments of the exchange.
		 */
		private final Map<String, Object> arguments = new LinkedHashMap<>();

		public @Nullable String getName() {
			return this.name;
		}

		public void setName(@Nullable String name) {
			this.name = name;
		}

		public String getType() {
			return this.type;
		}

		public void setType(String type) {
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

		public Map<String, Object> getArguments() {
			return this.arguments;
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
		 * Type of the queue.
		 */
		private @Nullable QueueType type;

		/**
		 * Whether the queue survives a restart of the broker.
		 */
		private boolean durable = true;

		/**
		 * Optional arguments of the queue.
		 */
		private final Map<String, Object> arguments = new LinkedHashMap<>();

		/**
		 * Bindings of the queue.
		 */
		private final List<QueueBinding> bindings = new ArrayList<>();

		public @Nullable String getName() {
			return this.name;
		}

		public void setName(@Nullable String name) {
			this.name = name;
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

		public Map<String, Object> getArguments() {
			return this.arguments;
		}

		public List<QueueBinding> getBindings() {
			return this.bindings;
		}

	}

	/**
	 * A binding of the queue it stands under.
	 */
	public static class QueueBinding {

		/**
		 * Exchange from which messages come.
		 */
		private @Nullable String exchange;

		/**
		 * Routing key of the binding.
		 */
		private String routingKey = "";

		/**
		 * Optional arguments of the binding.
		 */
		private final Map<String, Object> arguments = new LinkedHashMap<>();

		public @Nullable String getExchange() {
			return this.exchange;
		}

		public void setExchange(@Nullable String exchange) {
			this.exchange = exchange;
		}

		public String getRoutingKey() {
			return this.routingKey;
		}

		public void setRoutingKey(String routingKey) {
			this.routingKey = routingKey;
		}

		public Map<String, Object> getArguments() {
			return this.arguments;
		}

	}

	/**
	 * A binding that stands by itself.
	 */
	public static class Binding extends QueueBinding {

		/**
		 * Queue or exchange to which messages go.
		 */
		private @Nullable String destination;

		/**
		 * Whether the destination is a queue or an exchange.
		 */
		private DestinationType destinationType = DestinationType.QUEUE;

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
