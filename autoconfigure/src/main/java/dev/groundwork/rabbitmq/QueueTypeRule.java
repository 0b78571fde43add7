package dev.groundwork.rabbitmq;

import java.util.TreeSet;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against what a type of queue does not take, which the broker refuses. A queue
 * without a declared type is not judged: the broker may have a default of its own.
 */
final class QueueTypeRule extends TopologyRule {

	private final String type;

	QueueTypeRule(String type) {
		super(type + "-illegal", LintSeverity.ERROR);
		this.type = type;
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownQueues()
			.filter((queue) -> this.type.equals(queue.resource().arguments().get("x-queue-type")))
			.flatMap((queue) -> Stream.concat(checkDurable(queue), checkArguments(queue)));
	}

	private Stream<LintViolation> checkDurable(Declared<QueueResource> queue) {
		if (queue.resource().durable() || this.type.equals(KnownArguments.CLASSIC)) {
			return Stream.empty();
		}
		return Stream
			.of(queue.violation("is not durable, and RabbitMQ refuses a %s queue that is not".formatted(this.type),
					"Make it durable, or a classic queue."));
	}

	private Stream<LintViolation> checkArguments(Declared<QueueResource> queue) {
		return queue.resource()
			.arguments()
			.keySet()
			.stream()
			.flatMap((name) -> KnownArguments.find(name).stream())
			.filter((argument) -> argument.kind().equals(QueueResource.KIND)
					&& !argument.queueTypes().contains(this.type))
			.map((argument) -> queue.violation(
					"has argument '%s', which RabbitMQ refuses on a %s queue".formatted(argument.name(), this.type),
					"Remove the argument; it is for queues of type %s."
						.formatted(String.join(", ", new TreeSet<>(argument.queueTypes())))));
	}

}
