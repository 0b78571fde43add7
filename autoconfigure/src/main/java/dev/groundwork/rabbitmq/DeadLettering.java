package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Where the queues of a {@link Topology} send what they do not keep.
 */
final class DeadLettering {

	static final String EXCHANGE = "x-dead-letter-exchange";

	static final String ROUTING_KEY = "x-dead-letter-routing-key";

	private final Topology topology;

	private final Routing routing;

	DeadLettering(Topology topology) {
		this.topology = topology;
		this.routing = new Routing(topology);
	}

	static Optional<String> exchangeOf(QueueResource queue) {
		return Optional.ofNullable(queue.arguments().get(EXCHANGE)).map(Object::toString);
	}

	/**
	 * Return the routing keys of a queue's dead letters. Without a key of its own a
	 * message keeps the one with which it came.
	 * @param queue the queue
	 * @return one set of keys for each way in
	 */
	List<KeyPattern> keys(QueueResource queue) {
		Object own = queue.arguments().get(ROUTING_KEY);
		if (own != null) {
			return List.of(KeyPattern.literal(own.toString()));
		}
		List<KeyPattern> incoming = this.routing.into(queue.name());
		return incoming.isEmpty() ? List.of(KeyPattern.literal(queue.name())) : incoming.stream().distinct().toList();
	}

	/**
	 * Return the keys with which dead letters find no queue.
	 * @param queue the queue
	 * @return the keys, none if the queue has no dead-letter exchange
	 */
	List<KeyPattern> lost(QueueResource queue) {
		return exchangeOf(queue)
			.map((exchange) -> keys(queue).stream()
				.filter((key) -> this.routing.from(exchange, key).isNowhere())
				.toList())
			.orElse(List.of());
	}

	private Set<String> targets(QueueResource queue) {
		Set<String> targets = new TreeSet<>();
		exchangeOf(queue).ifPresent(
				(exchange) -> keys(queue).forEach((key) -> targets.addAll(this.routing.from(exchange, key).queues())));
		return targets;
	}

	/**
	 * Return the circles in which dead letters may go.
	 * @param member which queues may be part of a circle
	 * @return the names of the queues of each circle, the first also at the end
	 */
	List<List<String>> cycles(Predicate<QueueResource> member) {
		Map<String, Set<String>> targets = new LinkedHashMap<>();
		this.topology.ownQueues()
			.map(Declared::resource)
			.filter(member)
			.forEach((queue) -> targets.put(queue.name(), targets(queue)));
		List<List<String>> cycles = new ArrayList<>();
		Set<String> reported = new HashSet<>();
		for (String start : targets.keySet()) {
			if (!reported.contains(start)) {
				path(start, start, targets, new HashSet<>()).ifPresent((path) -> {
					cycles.add(path);
					reported.addAll(path);
				});
			}
		}
		return cycles;
	}

	private static Optional<List<String>> path(String from, String to, Map<String, Set<String>> targets,
			Set<String> seen) {
		for (String next : targets.getOrDefault(from, Set.of())) {
			if (next.equals(to)) {
				return Optional.of(List.of(from, to));
			}
			if (seen.add(next)) {
				Optional<List<String>> rest = path(next, to, targets, seen);
				if (rest.isPresent()) {
					List<String> path = new ArrayList<>(List.of(from));
					path.addAll(rest.get());
					return Optional.of(List.copyOf(path));
				}
			}
		}
		return Optional.empty();
	}

}
