package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against queues that expire with their dead letters: a queue that is deleted
 * dead-letters nothing.
 */
final class QueueExpiryRule extends TopologyRule {

	private static final String EXPIRES = "x-expires";

	QueueExpiryRule() {
		super("queue-expiry-loses-messages", LintSeverity.WARNING);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownQueues()
			.filter((queue) -> queue.resource().arguments().containsKey(EXPIRES)
					&& queue.resource().arguments().containsKey(DeadLettering.EXCHANGE))
			.map((queue) -> queue.violation(
					"is deleted %s ms after its last use, and what is in it then is lost: it goes to no dead-letter exchange"
						.formatted(queue.resource().arguments().get(EXPIRES)),
					"Use x-message-ttl to dead-letter messages, or remove " + EXPIRES + "."));
	}

}
