package dev.groundwork.elasticsearch;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;

/**
 * Numbers of replicas that have no effect, because the server is told to choose them.
 */
final class OverriddenReplicasRule extends ResourceRule<IndexResource> {

	OverriddenReplicasRule() {
		super("overridden-replicas", LintSeverity.WARNING, IndexResource.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, IndexResource index, DesiredState desired) {
		if (!IndexSettings.isAutoExpanded(index.settings()) || !index.settings().containsKey(IndexSettings.REPLICAS)) {
			return Stream.empty();
		}
		return Stream.of(new LintViolation(declaration,
				"has both %s and %s, which overrides it".formatted(IndexSettings.REPLICAS, IndexSettings.AUTO_EXPAND),
				"Remove one of them."));
	}

}
