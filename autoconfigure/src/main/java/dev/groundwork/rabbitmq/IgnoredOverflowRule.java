package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;

/**
 * Rule against an overflow behaviour that quorum queues do not have. The broker accepts
 * it and drops the oldest messages instead, so it only warns.
 */
final class IgnoredOverflowRule extends TopologyRule {

	IgnoredOverflowRule() {
		super("quorum-overflow-ignored", LintSeverity.WARNING);
	}

	@Override
	Stream<LintViolation> check(Topology topology) {
		return topology.ownQueues()
			.filter((queue) -> KnownArguments.QUORUM.equals(queue.resource().arguments().get("x-queue-type"))
					&& "reject-publish-dlx".equals(queue.resource().arguments().get("x-overflow")))
			.map((queue) -> queue.violation(
					"has x-overflow 'reject-publish-dlx', which a quorum queue ignores: it drops its oldest messages",
					"Set x-overflow to 'reject-publish', or make it a classic queue."));
	}

}
