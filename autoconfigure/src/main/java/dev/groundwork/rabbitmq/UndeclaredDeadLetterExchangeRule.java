package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against dead-letter exchanges that nobody declares: the broker accepts the queue
 * and then drops its dead letters without a word.
 */
final class UndeclaredDeadLetterExchangeRule extends TopologyRule {

	UndeclaredDeadLetterExchangeRule() {
		super("undeclared-dead-letter-exchange", LintSeverity.ERROR);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownQueues()
			.flatMap((queue) -> DeadLettering.exchangeOf(queue.resource())
				.filter((exchange) -> !topology.hasExchange(exchange))
				.map((exchange) -> violation(queue, exchange))
				.stream());
	}

	private static LintViolation violation(Declared<QueueResource> queue, String exchange) {
		return queue.violation(
				"sends dead letters to exchange '%s', which nobody declares: RabbitMQ would drop them silently"
					.formatted(exchange),
				"Declare exchange '%s' and a queue behind it, or, if another service does: %s".formatted(exchange,
						externalExchange(exchange)));
	}

}
