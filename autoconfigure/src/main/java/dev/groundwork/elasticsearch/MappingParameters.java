package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is known about the parameters of a mapping and its fields: the values that the
 * server leaves out when it returns a mapping, and what it can change on a field that
 * exists, as tried on it.
 */
final class MappingParameters {

	/**
	 * Parameters that hold fields.
	 */
	static final Set<String> CHILDREN = Set.of("properties", "fields");

	/**
	 * Parameter that holds fields that are computed; each is replaced as a whole.
	 */
	static final String RUNTIME = "runtime";

	/**
	 * Updatable parameters that decide how documents are read, not how they are indexed.
	 */
	private static final Set<String> SEARCHED = Set.of("search_analyzer", "search_quote_analyzer", "dynamic", "_meta",
			"meta", "dynamic_templates", "dynamic_date_formats", "date_detection", "numeric_detection", "fielddata",
			"fielddata_frequency_filter", "eager_global_ordinals", "split_queries_on_whitespace", "path");

	/**
	 * Updatable parameters that hold for documents that are indexed afterwards.
	 */
	private static final Set<String> INDEXED = Set.of("ignore_above", "coerce", "ignore_malformed", "ignore_z_value",
			"copy_to", "max_input_length", "depth_limit");

	private static final Map<String, Object> DEFAULTS = Map.ofEntries(Map.entry("type", "object"),
			Map.entry("index", "true"), Map.entry("doc_values", "true"), Map.entry("store", "false"),
			Map.entry("norms", "true"), Map.entry("enabled", "true"), Map.entry("coerce", "true"),
			Map.entry("ignore_malformed", "false"), Map.entry("eager_global_ordinals", "false"),
			Map.entry("fielddata", "false"), Map.entry("index_options", "positions"), Map.entry("dynamic", "true"),
			Map.entry("date_detection", "true"), Map.entry("numeric_detection", "false"),
			Map.entry("analyzer", "default"), Map.entry("similarity", "BM25"), Map.entry("boost", "1.0"),
			Map.entry("term_vector", "no"), Map.entry("position_increment_gap", "100"),
			Map.entry("format", "strict_date_optional_time||epoch_millis"), Map.entry("locale", "en"),
			Map.entry("ignore_z_value", "true"), Map.entry("split_queries_on_whitespace", "false"),
			Map.entry("index_phrases", "false"), Map.entry("include_in_parent", "false"),
			Map.entry("include_in_root", "false"), Map.entry("subobjects", "true"),
			Map.entry("time_series_dimension", "false"), Map.entry("depth_limit", "20"),
			Map.entry("copy_to", List.of()), Map.entry("meta", Map.of()), Map.entry("dynamic_templates", List.of()),
			Map.entry("_meta", Map.of()), Map.entry("_source", Map.of("enabled", "true")),
			Map.entry("_routing", Map.of("required", "false")));

	private static final Map<String, Map<String, Object>> DEFAULTS_OF_TYPE = Map.of("keyword",
			Map.of("norms", "false", "index_options", "docs", "ignore_above", "2147483647"), "flattened",
			Map.of("index_options", "docs", "ignore_above", "2147483647"), "date_nanos",
			Map.of("format", "strict_date_optional_time_nanos||epoch_millis"), "dense_vector",
			Map.of("similarity", "cosine"), "completion",
			Map.of("analyzer", "simple", "max_input_length", "50", "preserve_separators", "true",
					"preserve_position_increments", "true"),
			"binary", Map.of("doc_values", "false"), "geo_shape", Map.of("coerce", "false", "orientation", "right"));

	/**
	 * The same, where another parameter of the field takes its place.
	 */
	private static final Map<String, String> FALLBACKS = Map.of("search_analyzer", "analyzer", "search_quote_analyzer",
			"search_analyzer");

	private MappingParameters() {
	}

	static @Nullable Object effective(String name, Map<String, Object> field) {
		if (field.get(name) != null) {
			return field.get(name);
		}
		String fallback = FALLBACKS.get(name);
		if (fallback != null) {
			return effective(fallback, field);
		}
		Object ofType = DEFAULTS_OF_TYPE.getOrDefault(Nested.text(field, "type"), Map.of()).get(name);
		return (ofType != null) ? ofType : DEFAULTS.get(name);
	}

	static boolean isSame(String name, @Nullable Object expected, Map<String, Object> actual) {
		return expected == null || Nested.isSame(expected, effective(name, actual));
	}

	static boolean isUpdatable(String name, @Nullable Object expected, Map<String, Object> actual) {
		return switch (name) {
			case "norms" -> Nested.isSame(expected, "false");
			case "index_options" -> Nested.text(actual, "type").equals("dense_vector");
			case "path" -> Nested.text(actual, "type").equals("alias");
			case "value" -> !actual.containsKey(name) && Nested.text(actual, "type").equals("constant_keyword");
			default -> SEARCHED.contains(name) || INDEXED.contains(name);
		};
	}

	/**
	 * Return whether documents that are already there do not change with the parameter.
	 * @param name the name of the parameter
	 * @return whether it holds for documents that are indexed afterwards
	 */
	static boolean isIndexed(String name) {
		return INDEXED.contains(name) || name.equals("norms");
	}

}
