package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against alternate exchanges that lead nowhere: the broker drops what they get.
 * Others may bind queues of their own, so it only warns.
 */
final class LostAlternatesRule extends TopologyRule {

	LostAlternatesRule() {
		super("alternate-exchange-without-queue", LintSeverity.WARNING);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		Routing routing = new Routing(topology);
		return topology.ownExchanges()
			.flatMap((exchange) -> topology.alternateOf(exchange.resource().name())
				.filter((alternate) -> routing.from(alternate, KeyPattern.any()).isNowhere())
				.map((alternate) -> violation(exchange, alternate))
				.stream());
	}

	private static LintViolation violation(Declared<ExchangeResource> exchange, String alternate) {
		return exchange.violation(
				"sends what it cannot route to exchange '%s', and no binding leads from there to a queue: RabbitMQ drops it"
					.formatted(alternate),
				"Bind a queue: groundwork.rabbitmq.bindings: [{exchange: %s, destination: …}]"
					.formatted(yaml(alternate)));
	}

}
