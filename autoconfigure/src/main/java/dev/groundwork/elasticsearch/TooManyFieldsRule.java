package dev.groundwork.elasticsearch;

import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;

/**
 * Mappings with more fields than the index allows.
 */
final class TooManyFieldsRule extends ResourceRule<IndexResource> {

	private static final String LIMIT = "index.mapping.total_fields.limit";

	private static final String DEFAULT = "1000";

	TooManyFieldsRule() {
		super("too-many-fields", LintSeverity.ERROR, IndexResource.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, IndexResource index, DesiredState desired) {
		Object value = index.settings().get(LIMIT);
		String limit = (value != null) ? String.valueOf(value) : DEFAULT;
		long fields = count(index.mappings());
		if (!limit.matches("\\d{1,18}") || fields <= Long.parseLong(limit)) {
			return Stream.empty();
		}
		return Stream.of(new LintViolation(declaration, "has %d fields, and %s is %s".formatted(fields, LIMIT, limit),
				"Map fewer fields (a 'flattened' field holds any number of keys), or raise the limit in the settings."));
	}

	/**
	 * Count as the server does: objects, multi-fields and runtime fields are fields too.
	 * @param mapping the mapping
	 * @return the number of fields
	 */
	private static long count(Map<String, Object> mapping) {
		return Stream.of("properties", "fields", MappingParameters.RUNTIME)
			.map((name) -> Nested.map(mapping, name))
			.flatMap((fields) -> fields.values().stream())
			.mapToLong((field) -> 1 + count(Nested.map(field)))
			.sum();
	}

}
