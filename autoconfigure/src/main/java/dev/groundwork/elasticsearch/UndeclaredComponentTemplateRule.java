package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;

/**
 * Component templates that an index template needs and that nobody declares here.
 */
final class UndeclaredComponentTemplateRule extends ResourceRule<ClusterDefinition> {

	UndeclaredComponentTemplateRule() {
		super("undeclared-component-template", LintSeverity.WARNING, ClusterDefinition.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, ClusterDefinition definition, DesiredState desired) {
		List<String> optional = Nested.texts(definition.body().get("ignore_missing_component_templates"));
		return Nested.texts(definition.body().get("composed_of"))
			.stream()
			.filter((name) -> !optional.contains(name) && !isBuiltIn(name))
			.filter((name) -> !desired.declares(new ResourceId(DefinitionKind.COMPONENT_TEMPLATE.label(), name)))
			.map((name) -> new LintViolation(declaration,
					"is composed of component template '%s', which is not declared".formatted(name),
					"Add component-templates/%s.json, unless somebody else creates it.".formatted(name)));
	}

	/**
	 * Elasticsearch names its own such as {@code logs@mappings}.
	 * @param name the name of a component template
	 * @return whether the server brings it along
	 */
	private static boolean isBuiltIn(String name) {
		return name.contains("@");
	}

}
