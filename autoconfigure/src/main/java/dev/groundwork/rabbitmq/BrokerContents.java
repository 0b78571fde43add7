package dev.groundwork.rabbitmq;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The exchanges, queues and bindings of one virtual host, as the management API lists
 * them.
 *
 * @param exchanges the exchanges by name
 * @param queues the queues by name
 * @param bindings the bindings and under which key the API knows each
 */
record BrokerContents(Map<String, FoundExchange> exchanges, Map<String, FoundQueue> queues,
		Map<BindingResource, String> bindings) {

	static BrokerContents of(List<Object> exchanges, List<Object> queues, List<Object> bindings) {
		Map<String, FoundExchange> exchangesByName = new LinkedHashMap<>();
		exchanges.forEach((exchange) -> FoundExchange.of(map(exchange)).putInto(exchangesByName));
		Map<String, FoundQueue> queuesByName = new LinkedHashMap<>();
		queues.forEach((queue) -> FoundQueue.of(map(queue)).putInto(queuesByName));
		Map<BindingResource, String> keysByBinding = new LinkedHashMap<>();
		bindings.forEach((binding) -> putBinding(map(binding), keysByBinding));
		return new BrokerContents(exchangesByName, queuesByName, keysByBinding);
	}

	private static void putBinding(Map<String, Object> json, Map<BindingResource, String> bindings) {
		BindingResource binding = new BindingResource(text(json, "source"), text(json, "destination"),
				text(json, "destination_type").equals("queue"), text(json, "routing_key"),
				FoundArguments.normalize(map(json.get("arguments"))));
		bindings.put(binding, text(json, "properties_key"));
	}

	boolean has(BindingResource declared) {
		return this.bindings.containsKey(comparable(declared));
	}

	/**
	 * Return the binding in the form in which it is found.
	 * @param declared the binding as declared
	 * @return the binding with arguments as JSON carries them
	 */
	static BindingResource comparable(BindingResource declared) {
		return new BindingResource(declared.exchange(), declared.destination(), declared.toQueue(),
				declared.routingKey(), FoundArguments.normalize(declared.arguments()));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? (Map<String, Object>) map : Map.of();
	}

	private static String text(Map<String, Object> json, String name) {
		return (json.get(name) instanceof String text) ? text : "";
	}

	private static boolean flag(Map<String, Object> json, String name) {
		return Boolean.TRUE.equals(json.get(name));
	}

	private static Optional<String> optional(Map<String, Object> json, String name) {
		return Optional.of(text(json, name)).filter((text) -> !text.isEmpty());
	}

	/**
	 * An exchange.
	 *
	 * @param exchange the exchange as it is
	 * @param policy the name of the policy that applies to it, if any
	 */
	record FoundExchange(ExchangeResource exchange, Optional<String> policy) {

		private static FoundExchange of(Map<String, Object> json) {
			return new FoundExchange(new ExchangeResource(text(json, "name"), text(json, "type"), flag(json, "durable"),
					flag(json, "auto_delete"), flag(json, "internal"),
					FoundArguments.normalize(map(json.get("arguments")))), optional(json, "policy"));
		}

		private void putInto(Map<String, FoundExchange> exchanges) {
			exchanges.put(this.exchange.name(), this);
		}

	}

	/**
	 * A queue.
	 *
	 * @param name the name of the queue
	 * @param type the type that it really has
	 * @param durable whether it survives a restart of the broker
	 * @param autoDelete whether it goes with its last consumer
	 * @param arguments its arguments
	 * @param policies the names of the policies that apply to it, for people to read
	 * @param effective what the policies set together
	 */
	record FoundQueue(String name, String type, boolean durable, boolean autoDelete, Map<String, Object> arguments,
			List<String> policies, Map<String, Object> effective) {

		private static FoundQueue of(Map<String, Object> json) {
			List<String> policies = Stream
				.of(optional(json, "policy").map("policy '%s'"::formatted),
						optional(json, "operator_policy").map("operator policy '%s'"::formatted))
				.flatMap(Optional::stream)
				.toList();
			Map<String, Object> arguments = FoundArguments.normalize(map(json.get("arguments")));
			String type = optional(json, "type").or(() -> optional(arguments, "x-queue-type"))
				.orElse(KnownArguments.CLASSIC);
			return new FoundQueue(text(json, "name"), type, flag(json, "durable"), flag(json, "auto_delete"), arguments,
					policies, FoundArguments.normalize(map(json.get("effective_policy_definition"))));
		}

		private void putInto(Map<String, FoundQueue> queues) {
			queues.put(this.name, this);
		}

	}

}
