package dev.groundwork.elasticsearch;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;

/**
 * Aliases that have the name of a declared index.
 */
final class AliasEqualsIndexRule extends ResourceRule<IndexResource> {

	AliasEqualsIndexRule() {
		super("alias-equals-index", LintSeverity.ERROR, IndexResource.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, IndexResource index, DesiredState desired) {
		return index.aliases()
			.keySet()
			.stream()
			.filter((alias) -> desired.declares(new ResourceId(IndexResource.KIND, alias)))
			.sorted()
			.map((alias) -> new LintViolation(declaration,
					"has the alias '%s', which is the name of a declared index".formatted(alias),
					"Give the alias a name of its own: indexes and aliases share one space of names."));
	}

}
