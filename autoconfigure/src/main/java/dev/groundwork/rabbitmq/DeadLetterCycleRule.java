package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against circles of queues in all of which messages expire: the broker drops a
 * message that comes to the same queue again without having been rejected on the way.
 */
final class DeadLetterCycleRule extends TopologyRule {

	private static final String TTL = "x-message-ttl";

	private final boolean expiring;

	private DeadLetterCycleRule(String name, boolean expiring) {
		super(name, LintSeverity.WARNING);
		this.expiring = expiring;
	}

	/**
	 * Create the rule against circles in which everything expires.
	 * @return the rule
	 */
	static DeadLetterCycleRule expiring() {
		return new DeadLetterCycleRule("dead-letter-cycle", true);
	}

	/**
	 * Create the rule against circles in which nothing expires, so that a rejected
	 * message comes back at once, or waits for ever where nobody consumes.
	 * @return the rule
	 */
	static DeadLetterCycleRule immediate() {
		return new DeadLetterCycleRule("retry-without-ttl", false);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return new DeadLettering(topology).cycles((queue) -> queue.arguments().containsKey(TTL) == this.expiring)
			.stream()
			.flatMap((cycle) -> topology.ownQueues()
				.filter((queue) -> queue.resource().name().equals(cycle.get(0)))
				.map((queue) -> violation(queue, String.join(" → ", cycle))));
	}

	private LintViolation violation(Declared<QueueResource> queue, String cycle) {
		return this.expiring ? queue.violation(
				"is in a circle of dead letters in which every queue has %s (%s): RabbitMQ drops a message that goes round without being rejected"
					.formatted(TTL, cycle),
				"Let one queue of the circle have no %s, so that only a consumer's rejection leads on.".formatted(TTL))
				: queue.violation(
						"is in a circle of dead letters in which no queue has %s (%s): a rejected message comes back at once, without an end"
							.formatted(TTL, cycle),
						"Give the queue in which messages are to wait %s, or end the circle in a queue without a dead-letter exchange."
							.formatted(TTL));
	}

}
