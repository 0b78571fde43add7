package dev.groundwork.elasticsearch;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;

/**
 * Index templates that match no name.
 */
final class TemplatePatternsRule extends ResourceRule<ClusterDefinition> {

	TemplatePatternsRule() {
		super("template-without-patterns", LintSeverity.ERROR, ClusterDefinition.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, ClusterDefinition definition, DesiredState desired) {
		if (definition.kind() != DefinitionKind.INDEX_TEMPLATE || !definition.patterns().isEmpty()) {
			return Stream.empty();
		}
		return Stream.of(new LintViolation(declaration, "has no index_patterns",
				"Add the names for which it counts: \"index_patterns\": [\"%s-*\"]".formatted(definition.name())));
	}

}
