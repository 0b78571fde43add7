package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Compares mappings. What the live mapping has beyond the declared one is no difference:
 * fields appear by themselves.
 */
final class IndexMappings {

	private static final Set<String> CHILDREN = Set.of("properties", "fields");

	/**
	 * Parameters that the server can change on an existing field or mapping.
	 */
	private static final Set<String> UPDATABLE = Set.of("ignore_above", "search_analyzer", "search_quote_analyzer",
			"dynamic", "_meta", "dynamic_templates", "dynamic_date_formats", "date_detection", "numeric_detection");

	/**
	 * Values that the server leaves out when it returns a mapping.
	 */
	private static final Map<String, Object> DEFAULTS = Map.ofEntries(Map.entry("type", "object"),
			Map.entry("index", "true"), Map.entry("doc_values", "true"), Map.entry("store", "false"),
			Map.entry("norms", "true"), Map.entry("enabled", "true"), Map.entry("coerce", "true"),
			Map.entry("ignore_malformed", "false"), Map.entry("eager_global_ordinals", "false"),
			Map.entry("fielddata", "false"), Map.entry("index_options", "positions"), Map.entry("dynamic", "true"),
			Map.entry("date_detection", "true"), Map.entry("numeric_detection", "false"),
			Map.entry("analyzer", "default"), Map.entry("similarity", "BM25"), Map.entry("boost", "1.0"),
			Map.entry("term_vector", "no"), Map.entry("position_increment_gap", "100"),
			Map.entry("format", "strict_date_optional_time||epoch_millis"),
			Map.entry("_source", Map.of("enabled", "true")));

	/**
	 * The same, where it depends on the type of the field.
	 */
	private static final Map<String, Map<String, Object>> DEFAULTS_OF_TYPE = Map.of("keyword",
			Map.of("norms", "false", "index_options", "docs"), "date_nanos",
			Map.of("format", "strict_date_optional_time_nanos||epoch_millis"));

	/**
	 * The same, where another parameter of the field takes its place.
	 */
	private static final Map<String, String> FALLBACKS = Map.of("search_analyzer", "analyzer", "search_quote_analyzer",
			"search_analyzer");

	private IndexMappings() {
	}

	static List<Difference> compare(Map<String, Object> expected, Map<String, Object> actual) {
		List<Difference> differences = new ArrayList<>();
		compare("mappings", expected, actual, differences);
		return differences;
	}

	private static void compare(String path, Map<String, Object> expected, Map<String, Object> actual,
			List<Difference> differences) {
		expected.forEach((name, value) -> {
			if (CHILDREN.contains(name)) {
				compareChildren(path, Nested.map(value), Nested.map(actual, name), differences);
			}
			else if (!isEqual(name, value, actual)) {
				differences.add(new Difference(path + "." + name, value, actual.get(name), UPDATABLE.contains(name)));
			}
		});
	}

	private static void compareChildren(String path, Map<String, Object> expected, Map<String, Object> actual,
			List<Difference> differences) {
		expected.forEach((name, definition) -> {
			String child = path + "." + name;
			if (actual.containsKey(name)) {
				compare(child, Nested.map(definition), Nested.map(actual, name), differences);
			}
			else {
				differences.add(new Difference(child, definition, null, true));
			}
		});
	}

	private static boolean isEqual(String name, Object expected, Map<String, Object> actual) {
		return Nested.canonical(expected).equals(Nested.canonical(effective(name, actual)));
	}

	private static @Nullable Object effective(String name, Map<String, Object> actual) {
		if (actual.containsKey(name)) {
			return actual.get(name);
		}
		String fallback = FALLBACKS.get(name);
		if (fallback != null) {
			return effective(fallback, actual);
		}
		Object ofType = DEFAULTS_OF_TYPE.getOrDefault(Nested.text(actual, "type"), Map.of()).get(name);
		return (ofType != null) ? ofType : DEFAULTS.get(name);
	}

}
