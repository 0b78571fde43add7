package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against bindings of queues that nobody declares: the broker refuses them until the
 * queue is there.
 */
final class UndeclaredQueueRule extends TopologyRule {

	UndeclaredQueueRule() {
		super("binding-to-undeclared-queue", LintSeverity.ERROR);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownBindings()
			.filter((binding) -> binding.resource().toQueue() && !topology.hasQueue(binding.resource().destination()))
			.map((binding) -> violation(binding, binding.resource().destination()));
	}

	private static LintViolation violation(Declared<BindingResource> binding, String queue) {
		return binding.violation("refers to queue '%s', which nobody declares".formatted(queue),
				"Declare queue '%s' (groundwork.rabbitmq.queues: [{name: %s}]), or, if another service does: %s"
					.formatted(queue, yaml(queue), externalQueue(queue)));
	}

}
