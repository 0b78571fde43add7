package dev.groundwork.rabbitmq;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where messages go in a {@link Topology}. What cannot be told counts as a way: a header
 * may match, and what somebody else declares may lead on.
 */
final class Routing {

	private final Topology topology;

	private final Map<String, List<Way>> ways;

	private final Map<String, List<KeyPattern>> into;

	Routing(Topology topology) {
		this.topology = topology;
		this.ways = topology.bindings()
			.map((binding) -> new Way(binding, keys(binding)))
			.collect(Collectors.groupingBy((way) -> way.binding().exchange()));
		this.into = this.ways.values()
			.stream()
			.flatMap(List::stream)
			.filter((way) -> way.binding().toQueue())
			.collect(Collectors.groupingBy((way) -> way.binding().destination(),
					Collectors.mapping(Way::keys, Collectors.toList())));
	}

	/**
	 * Follow the bindings, also between exchanges and in circles.
	 * @param exchange the exchange to which messages are published
	 * @param key the routing keys of the messages
	 * @return where they may arrive
	 */
	Destinations from(String exchange, KeyPattern key) {
		Set<String> queues = new LinkedHashSet<>();
		Set<String> seen = new LinkedHashSet<>(Set.of(exchange));
		Deque<String> next = new ArrayDeque<>(seen);
		boolean elsewhere = false;
		while (!next.isEmpty()) {
			String current = next.remove();
			if (current.isEmpty()) {
				queues.addAll(queuesNamed(key));
				continue;
			}
			if (this.topology.typeOf(current).isEmpty()) {
				elsewhere = true;
				continue;
			}
			List<BindingResource> matching = this.ways.getOrDefault(current, List.of())
				.stream()
				.filter((way) -> way.keys().overlaps(key))
				.map(Way::binding)
				.toList();
			for (BindingResource binding : matching) {
				if (binding.toQueue()) {
					queues.add(binding.destination());
				}
				else if (seen.add(binding.destination())) {
					next.add(binding.destination());
				}
			}
			if (matching.isEmpty()) {
				this.topology.alternateOf(current).filter(seen::add).ifPresent(next::add);
			}
		}
		return new Destinations(queues, elsewhere);
	}

	private List<String> queuesNamed(KeyPattern key) {
		if (key.literal()) {
			return this.topology.hasQueue(key.text()) ? List.of(key.text()) : List.of();
		}
		return this.topology.queues()
			.stream()
			.map((queue) -> queue.resource().name())
			.filter((name) -> KeyPattern.literal(name).overlaps(key))
			.toList();
	}

	/**
	 * Return the routing keys with which messages come to a queue by its bindings.
	 * @param queue the name of the queue
	 * @return the keys of each binding
	 */
	List<KeyPattern> into(String queue) {
		return this.into.getOrDefault(queue, List.of());
	}

	private KeyPattern keys(BindingResource binding) {
		return switch (this.topology.typeOf(binding.exchange()).orElse("topic")) {
			case "direct" -> KeyPattern.literal(binding.routingKey());
			case "topic" -> KeyPattern.topic(binding.routingKey());
			default -> KeyPattern.any();
		};
	}

	/**
	 * A binding and the routing keys of the messages that it lets through.
	 *
	 * @param binding the binding
	 * @param keys the keys
	 */
	private record Way(BindingResource binding, KeyPattern keys) {
	}

	/**
	 * Queues at which messages may arrive.
	 *
	 * @param queues the names of the queues that are declared
	 * @param elsewhere whether they may also arrive at what somebody else declares
	 */
	record Destinations(Set<String> queues, boolean elsewhere) {

		Destinations {
			queues = Set.copyOf(queues);
		}

		boolean isNowhere() {
			return this.queues.isEmpty() && !this.elsewhere;
		}

	}

}
