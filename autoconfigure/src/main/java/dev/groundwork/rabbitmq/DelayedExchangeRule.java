package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against exchanges of the plugin for delayed messages. It is archived, so it only
 * warns: the plugin still works where it is installed.
 */
final class DelayedExchangeRule extends TopologyRule {

	DelayedExchangeRule() {
		super("delayed-exchange", LintSeverity.WARNING);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownExchanges()
			.filter((exchange) -> exchange.resource().type().equals("x-delayed-message"))
			.map((exchange) -> exchange.violation(
					"needs a plugin that is no longer maintained and keeps delayed messages on one node only",
					"Let messages wait in queues with x-message-ttl and x-dead-letter-exchange, one for each delay."));
	}

}
