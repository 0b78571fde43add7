package dev.groundwork.rabbitmq;

import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against arguments of another type than the broker expects: text that looks like a
 * number is no number.
 */
final class ArgumentTypeRule extends TopologyRule {

	ArgumentTypeRule() {
		super("argument-type", LintSeverity.ERROR);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return Stream.of(
				topology.ownExchanges()
					.flatMap((exchange) -> check(exchange, ExchangeResource.KIND, exchange.resource().arguments())),
				topology.ownQueues().flatMap((queue) -> check(queue, QueueResource.KIND, queue.resource().arguments())),
				topology.ownBindings()
					.flatMap((binding) -> check(binding, BindingResource.KIND, binding.resource().arguments())))
			.flatMap((violations) -> violations);
	}

	private static Stream<LintViolation> check(Declared<?> declared, String kind, Map<String, Object> arguments) {
		return arguments.entrySet()
			.stream()
			.flatMap((argument) -> KnownArguments.find(argument.getKey())
				.filter((known) -> known.kind().equals(kind) && !known.type().accepts(argument.getValue()))
				.map((known) -> violation(declared, known, argument.getValue()))
				.stream());
	}

	private static LintViolation violation(Declared<?> declared, KnownArgument known, Object value) {
		String wanted = switch (known.type()) {
			case INTEGER -> "a whole number";
			case BOOLEAN -> "true or false";
			case STRING -> "text";
		};
		return declared.violation(
				"has argument '%s' with the %s '%s', and RabbitMQ wants %s".formatted(known.name(),
						value.getClass().getSimpleName(), value, wanted),
				"Set '%s' to %s, not to a %s.".formatted(known.name(), wanted, value.getClass().getSimpleName()));
	}

}
