package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against alternate exchanges that nobody declares: the broker accepts the exchange
 * and then drops what it cannot route.
 */
final class UndeclaredAlternateExchangeRule extends TopologyRule {

	UndeclaredAlternateExchangeRule() {
		super("undeclared-alternate-exchange", LintSeverity.ERROR);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownExchanges()
			.flatMap((exchange) -> topology.alternateOf(exchange.resource().name())
				.filter((alternate) -> !topology.hasExchange(alternate))
				.map((alternate) -> violation(exchange, alternate))
				.stream());
	}

	private static LintViolation violation(Declared<ExchangeResource> exchange, String alternate) {
		return exchange.violation(
				"sends what it cannot route to exchange '%s', which nobody declares: RabbitMQ would drop it"
					.formatted(alternate),
				"Declare exchange '%s' and a queue behind it, or, if another service does: %s".formatted(alternate,
						externalExchange(alternate)));
	}

}
