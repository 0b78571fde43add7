package dev.groundwork.rabbitmq;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against names and routing keys that the protocol cannot carry.
 */
final class LongNameRule extends TopologyRule {

	private static final int LONGEST = 255;

	LongNameRule() {
		super("name-too-long", LintSeverity.ERROR);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return Stream
			.of(topology.ownExchanges().flatMap((exchange) -> check(exchange, "name", exchange.resource().name())),
					topology.ownQueues().flatMap((queue) -> check(queue, "name", queue.resource().name())),
					topology.ownBindings()
						.flatMap((binding) -> check(binding, "routing key", binding.resource().routingKey())))
			.flatMap((violations) -> violations);
	}

	private static Stream<LintViolation> check(Declared<?> declared, String what, String text) {
		int length = text.getBytes(StandardCharsets.UTF_8).length;
		return (length <= LONGEST) ? Stream.empty()
				: Stream.of(declared.violation(
						"has a %s of %d bytes, and AMQP carries %d at most".formatted(what, length, LONGEST),
						"Shorten the %s; letters beyond ASCII take two to four bytes each.".formatted(what)));
	}

}
