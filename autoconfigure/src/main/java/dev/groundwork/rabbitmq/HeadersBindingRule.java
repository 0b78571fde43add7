package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against bindings of headers exchanges that do not say how they match.
 */
final class HeadersBindingRule extends TopologyRule {

	private static final String MATCH = "x-match";

	HeadersBindingRule() {
		super("headers-binding-without-match", LintSeverity.WARNING);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownBindings()
			.filter((binding) -> topology.typeOf(binding.resource().exchange()).filter("headers"::equals).isPresent()
					&& !binding.resource().arguments().containsKey(MATCH))
			.map((binding) -> binding.violation(
					"does not say whether all headers or any must match; RabbitMQ takes 'all', and without headers every message",
					"Set the argument %s to 'all' or 'any'.".formatted(MATCH)));
	}

}
