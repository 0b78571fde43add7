package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against listeners on queues that nobody declares. Another service may declare the
 * queue, so it only warns: the listener waits until the queue is there.
 */
final class ListenerQueueRule extends TopologyRule {

	private final ListenerQueues listeners;

	ListenerQueueRule(ListenerQueues listeners) {
		super("listener-on-undeclared-queue", LintSeverity.WARNING);
		this.listeners = listeners;
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return this.listeners.find()
			.entrySet()
			.stream()
			.filter((listener) -> !topology.hasQueue(listener.getKey()))
			.map((listener) -> violation(listener.getKey(), listener.getValue()));
	}

	private static LintViolation violation(String queue, String listener) {
		return new LintViolation("queue '%s'".formatted(queue), listener,
				"is listened to, and nobody declares it: the listener waits until it is there",
				"Declare it (groundwork.rabbitmq.queues: [{name: %s}]), or, if another service does: %s"
					.formatted(yaml(queue), externalQueue(queue)));
	}

}
