package dev.groundwork.elasticsearch;

import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * {@link LintRule} for lifecycle policies that settings name and that nobody declares
 * here: the server accepts that, and the index then never rolls over.
 */
final class UndeclaredLifecyclePolicyRule extends ResourceRule<Resource> {

	private static final String POLICY = "index.lifecycle.name";

	UndeclaredLifecyclePolicyRule() {
		super("undeclared-lifecycle-policy", LintSeverity.WARNING, Resource.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, Resource resource, DesiredState desired) {
		String policy = Nested.text(settings(resource), POLICY);
		if (policy.isEmpty() || desired.declares(new ResourceId(DefinitionKind.LIFECYCLE_POLICY.label(), policy))) {
			return Stream.empty();
		}
		return Stream
			.of(new LintViolation(declaration, "names lifecycle policy '%s', which is not declared".formatted(policy),
					"Add lifecycle-policies/%s.json, unless somebody else creates it.".formatted(policy)));
	}

	private static Map<String, Object> settings(Resource resource) {
		if (resource instanceof IndexResource index) {
			return index.settings();
		}
		return (resource instanceof ClusterDefinition definition)
				? IndexSettings.normalize(Nested.map(definition.template(), "settings")) : Map.of();
	}

}
