package dev.groundwork.elasticsearch;

import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;

/**
 * Aliases with a routing that is not text: the server refuses it in an index, and ignores
 * it in a template without a word.
 */
final class AliasRoutingRule extends ResourceRule<Resource> {

	AliasRoutingRule() {
		super("alias-routing-not-text", LintSeverity.ERROR, Resource.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, Resource resource, DesiredState desired) {
		return aliases(resource).entrySet()
			.stream()
			.flatMap((alias) -> Stream.of("routing", "index_routing", "search_routing")
				.filter((name) -> Nested.map(alias.getValue()).get(name) instanceof Number)
				.map((name) -> new LintViolation(declaration,
						"has the alias '%s' with %s as a number, which the server does not take"
							.formatted(alias.getKey(), name),
						"Write it as text: \"%s\": \"%s\"".formatted(name, Nested.map(alias.getValue()).get(name)))));
	}

	private static Map<String, Object> aliases(Resource resource) {
		if (resource instanceof IndexResource index) {
			return index.aliases();
		}
		return (resource instanceof ClusterDefinition definition) ? Nested.map(definition.template(), "aliases")
				: Map.of();
	}

}
