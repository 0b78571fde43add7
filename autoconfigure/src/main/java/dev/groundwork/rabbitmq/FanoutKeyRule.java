package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against routing keys on bindings of fanout exchanges, which ignore them.
 */
final class FanoutKeyRule extends TopologyRule {

	FanoutKeyRule() {
		super("fanout-binding-with-key", LintSeverity.WARNING);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownBindings()
			.filter((binding) -> topology.typeOf(binding.resource().exchange()).filter("fanout"::equals).isPresent()
					&& !binding.resource().routingKey().isEmpty())
			.map((binding) -> binding.violation(
					"has a routing key that exchange '%s' ignores: a fanout exchange sends every message on"
						.formatted(binding.resource().exchange()),
					"Remove the routing key, or make the exchange a topic exchange."));
	}

}
