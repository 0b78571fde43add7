package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against dead-lettering at least once on a queue that cannot do so. The broker
 * accepts it and falls back to at most once, unless a policy helps; so it only warns.
 */
final class AtLeastOnceRule extends TopologyRule {

	AtLeastOnceRule() {
		super("at-least-once-without-reject-publish", LintSeverity.WARNING);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownQueues()
			.filter((queue) -> "at-least-once".equals(queue.resource().arguments().get("x-dead-letter-strategy")))
			.flatMap((queue) -> Stream.of("x-overflow: reject-publish", DeadLettering.EXCHANGE + ": …")
				.filter((needed) -> !has(queue.resource(), needed))
				.map((needed) -> queue.violation(
						"asks for dead-lettering at least once without %s: RabbitMQ does it at most once, or not at all"
							.formatted(needed),
						"Set %s, or remove x-dead-letter-strategy.".formatted(needed))));
	}

	private static boolean has(QueueResource queue, String needed) {
		String[] parts = needed.split(": ");
		Object value = queue.arguments().get(parts[0]);
		return parts[1].equals("…") ? value != null : parts[1].equals(value);
	}

}
