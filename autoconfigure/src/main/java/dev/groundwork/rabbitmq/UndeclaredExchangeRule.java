package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against bindings of exchanges that nobody declares: the broker refuses them until
 * the exchange is there.
 */
final class UndeclaredExchangeRule extends TopologyRule {

	UndeclaredExchangeRule() {
		super("binding-to-undeclared-exchange", LintSeverity.ERROR);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownBindings()
			.flatMap((binding) -> ends(binding.resource()).filter((exchange) -> !topology.hasExchange(exchange))
				.map((exchange) -> violation(binding, exchange)));
	}

	private static Stream<String> ends(BindingResource binding) {
		return binding.toQueue() ? Stream.of(binding.exchange())
				: Stream.of(binding.exchange(), binding.destination()).distinct();
	}

	private static LintViolation violation(Declared<BindingResource> binding, String exchange) {
		return binding.violation("refers to exchange '%s', which nobody declares".formatted(exchange),
				"Declare exchange '%s' (groundwork.rabbitmq.exchanges: [{name: %s, type: …}]), or, if another service does: %s"
					.formatted(exchange, yaml(exchange), externalExchange(exchange)));
	}

}
