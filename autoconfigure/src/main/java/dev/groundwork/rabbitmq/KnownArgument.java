package dev.groundwork.rabbitmq;

import java.util.Set;

/**
 * An optional argument that the broker gives a meaning.
 *
 * @param name the name of the argument
 * @param type what its value must be
 * @param kind the kind of resource that takes it
 * @param queueTypes the types of queue that take it, empty unless it belongs to queues
 */
record KnownArgument(String name, ArgumentType type, String kind, Set<String> queueTypes) {

	KnownArgument {
		queueTypes = Set.copyOf(queueTypes);
	}

	static KnownArgument ofQueue(String name, ArgumentType type, String... queueTypes) {
		return new KnownArgument(name, type, QueueResource.KIND, Set.of(queueTypes));
	}

	static KnownArgument ofExchange(String name, ArgumentType type) {
		return new KnownArgument(name, type, ExchangeResource.KIND, Set.of());
	}

	static KnownArgument ofBinding(String name, ArgumentType type) {
		return new KnownArgument(name, type, BindingResource.KIND, Set.of());
	}

}
