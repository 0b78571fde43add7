package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against names that begin with {@code amq.}, which the broker refuses unless it has
 * the exchange itself.
 */
final class ReservedNameRule extends TopologyRule {

	private static final String PREFIX = "amq.";

	ReservedNameRule() {
		super("reserved-name", LintSeverity.ERROR);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return Stream
			.concat(topology.ownExchanges().filter((exchange) -> isReserved(exchange.resource().name())),
					topology.ownQueues().filter((queue) -> queue.resource().name().startsWith(PREFIX)))
			.map((declared) -> declared.violation(
					"has a name that begins with '%s', which RabbitMQ keeps for itself".formatted(PREFIX),
					"Give it another name."));
	}

	private static boolean isReserved(String exchange) {
		return exchange.startsWith(PREFIX) && !Topology.isBuiltIn(exchange);
	}

}
