package dev.groundwork.rabbitmq;

import java.util.Map;
import java.util.TreeMap;

import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * An exchange that must exist.
 *
 * @param name the name of the exchange
 * @param type the exchange type, such as {@code topic}; empty if only whoever creates the
 * exchange knows it
 * @param durable whether the exchange survives a restart of the broker
 * @param autoDelete whether the exchange goes with its last binding
 * @param internal whether clients are refused to publish to the exchange
 * @param arguments the optional arguments, such as {@code alternate-exchange}
 * @since 0.1.0
 */
public record ExchangeResource(String name, String type, boolean durable, boolean autoDelete, boolean internal,
		Map<String, Object> arguments) implements Resource {

	/**
	 * Kind of this resource.
	 */
	public static final String KIND = "exchange";

	public ExchangeResource {
		arguments = Arguments.normalize(arguments);
	}

	@Override
	public ResourceId id() {
		return idOf(this.name);
	}

	static ResourceId idOf(String name) {
		return new ResourceId(KIND, name);
	}

	@Override
	public Map<String, Object> attributes() {
		Map<String, Object> attributes = new TreeMap<>(this.arguments);
		attributes.put("type", this.type);
		attributes.put("durable", this.durable);
		attributes.put("auto-delete", this.autoDelete);
		attributes.put("internal", this.internal);
		return attributes;
	}

}
