package dev.groundwork.rabbitmq;

import java.util.Map;
import java.util.TreeMap;

import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * A queue that must exist and is shared by all replicas.
 *
 * @param name the name of the queue
 * @param durable whether the queue survives a restart of the broker
 * @param arguments the optional arguments, such as {@code x-queue-type}
 * @since 0.1.0
 */
public record QueueResource(String name, boolean durable, Map<String, Object> arguments) implements Resource {

	/**
	 * Kind of this resource.
	 */
	public static final String KIND = "queue";

	public QueueResource {
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
		attributes.put("durable", this.durable);
		return attributes;
	}

}
