package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * A binding that must exist. All of it is identity: another routing key or another
 * argument is another binding.
 *
 * @param exchange the exchange from which messages come
 * @param destination the queue or exchange to which they go
 * @param toQueue whether the destination is a queue
 * @param routingKey the routing key
 * @param arguments the optional arguments, such as {@code x-match}
 * @since 0.1.0
 */
public record BindingResource(String exchange, String destination, boolean toQueue, String routingKey,
		Map<String, Object> arguments) implements Resource {

	/**
	 * Kind of this resource.
	 */
	public static final String KIND = "binding";

	public BindingResource {
		arguments = Arguments.normalize(arguments);
	}

	@Override
	public ResourceId id() {
		String name = "%s → %s%s [%s]".formatted(this.exchange, this.toQueue ? "" : "exchange ", this.destination,
				this.routingKey);
		return new ResourceId(KIND, this.arguments.isEmpty() ? name : name + " " + this.arguments);
	}

	ResourceId exchangeId() {
		return ExchangeResource.idOf(this.exchange);
	}

	ResourceId destinationId() {
		return this.toQueue ? QueueResource.idOf(this.destination) : ExchangeResource.idOf(this.destination);
	}

	@Override
	public Map<String, Object> attributes() {
		return Map.of();
	}

}
