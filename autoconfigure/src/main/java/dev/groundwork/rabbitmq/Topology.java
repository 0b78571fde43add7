package dev.groundwork.rabbitmq;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;

/**
 * The exchanges, queues and bindings that are declared, together with the exchanges that
 * every virtual host has.
 */
final class Topology {

	/**
	 * The exchanges that every virtual host has, beside the default one, and their types.
	 */
	private static final Map<String, String> BUILT_IN = Map.of("amq.direct", "direct", "amq.fanout", "fanout",
			"amq.topic", "topic", "amq.headers", "headers", "amq.match", "headers", "amq.rabbitmq.trace", "topic");

	private final Map<String, Declared<ExchangeResource>> exchanges = new LinkedHashMap<>();

	private final Map<String, Declared<QueueResource>> queues = new LinkedHashMap<>();

	private final List<Declared<BindingResource>> bindings;

	Topology(DesiredState desired) {
		declared(desired, ExchangeResource.class)
			.forEach((exchange) -> this.exchanges.put(exchange.resource().name(), exchange));
		declared(desired, QueueResource.class).forEach((queue) -> this.queues.put(queue.resource().name(), queue));
		this.bindings = declared(desired, BindingResource.class).toList();
	}

	private static <R extends Resource> Stream<Declared<R>> declared(DesiredState desired, Class<R> type) {
		return desired.declarations()
			.stream()
			.filter((declaration) -> type.isInstance(declaration.resource()))
			.map((declaration) -> new Declared<>(type.cast(declaration.resource()), declaration));
	}

	static boolean isBuiltIn(String exchange) {
		return exchange.isEmpty() || BUILT_IN.containsKey(exchange);
	}

	boolean hasExchange(String name) {
		return isBuiltIn(name) || this.exchanges.containsKey(name);
	}

	boolean hasQueue(String name) {
		return this.queues.containsKey(name);
	}

	/**
	 * Return how an exchange routes.
	 * @param exchange the name of the exchange
	 * @return the type, empty if somebody else declares the exchange
	 */
	Optional<String> typeOf(String exchange) {
		Declared<ExchangeResource> declared = this.exchanges.get(exchange);
		if (declared == null || !declared.isOwn()) {
			return Optional.ofNullable(BUILT_IN.get(exchange));
		}
		Object delayed = declared.resource().arguments().get("x-delayed-type");
		return Optional.of((delayed != null) ? delayed.toString() : declared.resource().type());
	}

	Optional<String> alternateOf(String exchange) {
		return Optional.ofNullable(this.exchanges.get(exchange))
			.map((declared) -> declared.resource().arguments().get("alternate-exchange"))
			.map(Object::toString);
	}

	Collection<Declared<QueueResource>> queues() {
		return this.queues.values();
	}

	Stream<Declared<ExchangeResource>> ownExchanges() {
		return this.exchanges.values().stream().filter(Declared::isOwn);
	}

	Stream<Declared<QueueResource>> ownQueues() {
		return this.queues.values().stream().filter(Declared::isOwn);
	}

	Stream<Declared<BindingResource>> ownBindings() {
		return this.bindings.stream().filter(Declared::isOwn);
	}

	Stream<BindingResource> bindings() {
		return this.bindings.stream().map(Declared::resource);
	}

}
