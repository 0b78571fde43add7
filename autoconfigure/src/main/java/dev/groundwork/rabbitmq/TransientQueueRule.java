package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against queues that are neither durable nor exclusive. They work on RabbitMQ up to
 * 4.2, so it only warns.
 */
final class TransientQueueRule extends TopologyRule {

	TransientQueueRule() {
		super("transient-queue", LintSeverity.WARNING);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownQueues()
			.filter((queue) -> !queue.resource().durable())
			.map((queue) -> queue.violation(
					"is neither durable nor exclusive: it is gone after a restart of the broker, and RabbitMQ refuses it from 4.3 on",
					"Make it durable (with x-expires if it is to go when unused), or exclusive if it belongs to one connection."));
	}

}
