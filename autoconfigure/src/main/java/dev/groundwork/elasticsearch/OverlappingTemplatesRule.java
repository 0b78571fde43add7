package dev.groundwork.elasticsearch;

import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;

/**
 * Index templates of the same priority that match the same names.
 */
final class OverlappingTemplatesRule extends ResourceRule<ClusterDefinition> {

	OverlappingTemplatesRule() {
		super("overlapping-templates", LintSeverity.ERROR, ClusterDefinition.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, ClusterDefinition definition, DesiredState desired) {
		return desired.resources(ClusterDefinition.class)
			.stream()
			.filter((other) -> isTemplate(definition) && isTemplate(other))
			.filter((other) -> definition.name().compareTo(other.name()) < 0)
			.filter((other) -> definition.priority() == other.priority() && overlap(definition, other))
			.map((other) -> new LintViolation(
					declaration, "matches names that index template '%s' matches too, with the same priority %d"
						.formatted(other.name(), definition.priority()),
					"Give the more specific one a higher 'priority'."));
	}

	private static boolean isTemplate(ClusterDefinition definition) {
		return definition.kind() == DefinitionKind.INDEX_TEMPLATE;
	}

	private static boolean overlap(ClusterDefinition first, ClusterDefinition second) {
		return first.patterns()
			.stream()
			.anyMatch((pattern) -> second.patterns().stream().anyMatch((other) -> overlap(pattern, other)));
	}

	/**
	 * Return whether there is a name that both patterns match.
	 * @param first a pattern
	 * @param second another pattern
	 * @return whether they have a name in common
	 */
	static boolean overlap(String first, String second) {
		if (first.isEmpty() || second.isEmpty()) {
			return first.replace("*", "").isEmpty() && second.replace("*", "").isEmpty();
		}
		if (first.charAt(0) == '*' || second.charAt(0) == '*') {
			String starred = (first.charAt(0) == '*') ? first : second;
			String other = (first.charAt(0) == '*') ? second : first;
			return overlap(starred.substring(1), other) || overlap(starred, other.substring(1));
		}
		return first.charAt(0) == second.charAt(0) && overlap(first.substring(1), second.substring(1));
	}

}
