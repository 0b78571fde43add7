package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Compares a template or a policy with the one that the server returns. Exact in both
 * directions, because it is replaced as a whole. Pure.
 */
final class DefinitionComparison {

	/**
	 * Marks a member that has members of its own, so that an empty one counts too.
	 */
	private static final String OBJECT = "{}";

	/**
	 * Values that the server adds, by the end of their path.
	 */
	private static final Map<String, Object> DEFAULTS = Map.ofEntries(Map.entry("priority", 0),
			Map.entry("composed_of", List.of()), Map.entry("deprecated", false), Map.entry("hidden", false),
			Map.entry("allow_custom_routing", false), Map.entry("min_age", "0ms"),
			Map.entry("delete_searchable_snapshot", true), Map.entry("force_merge_index", true),
			Map.entry("allow_write_after_shrink", false), Map.entry("total_shards_per_node", -1),
			Map.entry("ignore_missing_component_templates", List.of()), Map.entry("include", OBJECT),
			Map.entry("exclude", OBJECT), Map.entry("require", OBJECT));

	private DefinitionComparison() {
	}

	static List<Difference> between(ClusterDefinition expected, Map<String, Object> live) {
		List<Difference> differences = new ArrayList<>();
		compare(members(expected.kind(), expected.body()), members(expected.kind(), live), differences);
		Map<String, Object> mappings = mappings(expected.template());
		Map<String, Object> liveMappings = mappings(Nested.map(live, "template"));
		IndexMappings.compare(mappings, liveMappings)
			.forEach((difference) -> differences
				.add(difference(difference.attribute(), difference.expected(), difference.found())));
		IndexMappings.compare(liveMappings, mappings)
			.stream()
			.filter((difference) -> difference.found() == null)
			.map((difference) -> difference(difference.attribute(), null, difference.expected()))
			.filter((difference) -> differences.stream()
				.noneMatch((known) -> known.attribute().equals(difference.attribute())))
			.forEach(differences::add);
		return differences;
	}

	private static Difference difference(String attribute, @Nullable Object expected, @Nullable Object found) {
		return new Difference(attribute, expected, found, true);
	}

	private static void compare(Map<String, Object> expected, Map<String, Object> actual,
			List<Difference> differences) {
		TreeSet<String> names = new TreeSet<>(expected.keySet());
		names.addAll(actual.keySet());
		names.stream()
			.filter((name) -> !Nested.isSame(expected.get(name), actual.get(name)))
			.map((name) -> difference(name, expected.get(name), actual.get(name)))
			.forEach(differences::add);
	}

	/**
	 * Return everything but the mappings, flat and in the form in which the server
	 * returns it.
	 * @param kind the kind
	 * @param body the body
	 * @return values by path
	 */
	private static Map<String, Object> members(DefinitionKind kind, Map<String, Object> body) {
		Map<String, Object> members = new TreeMap<>();
		body.forEach((name, value) -> {
			if (kind.members().contains(name) && !name.equals("template")) {
				flatten(name, value, members);
			}
		});
		Map<String, Object> template = Nested.map(body, "template");
		template.forEach((name, value) -> {
			switch (name) {
				case "settings" -> IndexSettings.normalize(Nested.map(value))
					.forEach((setting, text) -> flatten("settings." + setting, text, members));
				case "aliases" -> Nested.map(value)
					.forEach((alias, definition) -> flatten("aliases." + alias,
							IndexAliases.normalize(Nested.map(definition)), members));
				case "mappings" -> {
					// Compared by what is known about fields
				}
				default -> flatten(name, value, members);
			}
		});
		return members;
	}

	private static void flatten(String path, @Nullable Object value, Map<String, Object> members) {
		String last = path.substring(path.lastIndexOf('.') + 1);
		if (value instanceof Map<?, ?>) {
			if (!OBJECT.equals(DEFAULTS.get(last))) {
				members.put(path, OBJECT);
			}
			Nested.map(value).forEach((name, member) -> flatten(path + "." + name, member, members));
		}
		else if (value != null && !(DEFAULTS.containsKey(last) && isDefault(last, value))) {
			members.put(path, value);
		}
	}

	private static boolean isDefault(String name, Object value) {
		return Nested.isSame(DEFAULTS.get(name), value)
				|| (name.equals("min_age") && value.toString().matches("0+\\D+"));
	}

	private static Map<String, Object> mappings(Map<String, Object> template) {
		Map<String, Object> mappings = Nested.map(template, "mappings");
		return (mappings.size() == 1 && mappings.containsKey("_doc")) ? Nested.map(mappings, "_doc") : mappings;
	}

}
