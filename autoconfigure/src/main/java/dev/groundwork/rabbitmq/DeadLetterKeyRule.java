package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against a dead-letter routing key without a dead-letter exchange, which the broker
 * refuses.
 */
final class DeadLetterKeyRule extends TopologyRule {

	DeadLetterKeyRule() {
		super("dead-letter-key-without-exchange", LintSeverity.ERROR);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownQueues()
			.filter((queue) -> queue.resource().arguments().containsKey(DeadLettering.ROUTING_KEY)
					&& !queue.resource().arguments().containsKey(DeadLettering.EXCHANGE))
			.map((queue) -> queue.violation(
					"has %s without %s: RabbitMQ refuses it".formatted(DeadLettering.ROUTING_KEY,
							DeadLettering.EXCHANGE),
					"Set %s ('' is the default exchange), or remove the routing key."
						.formatted(DeadLettering.EXCHANGE)));
	}

}
