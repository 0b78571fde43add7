package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against dead letters that no binding leads to a queue: the broker drops them
 * silently. Others may bind queues of their own, so it only warns.
 */
final class LostDeadLettersRule extends TopologyRule {

	LostDeadLettersRule() {
		super("dead-letters-without-queue", LintSeverity.WARNING);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		DeadLettering deadLettering = new DeadLettering(topology);
		return topology.ownQueues()
			.flatMap((queue) -> deadLettering.lost(queue.resource())
				.stream()
				.map((key) -> violation(queue, DeadLettering.exchangeOf(queue.resource()).orElse(""), key)));
	}

	private static LintViolation violation(Declared<QueueResource> queue, String exchange, KeyPattern key) {
		if (exchange.isEmpty()) {
			return queue.violation(
					"sends dead letters to the default exchange with routing key '%s', and no queue of that name is declared: RabbitMQ drops them silently"
						.formatted(key),
					"Set %s to the name of a queue, or, if another service declares it: %s"
						.formatted(DeadLettering.ROUTING_KEY, externalQueue("…")));
		}
		return queue.violation(
				"sends dead letters with routing key '%s' to exchange '%s', and no binding leads them to a queue: RabbitMQ drops them silently"
					.formatted(key, exchange),
				"Bind a queue: groundwork.rabbitmq.bindings: [{exchange: %s, destination: …, routing-key: %s}]"
					.formatted(yaml(exchange), yaml(key.text())));
	}

}
