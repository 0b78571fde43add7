package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an index in the form in which the server returns them: flat, with the
 * prefix {@code index.} and every value a string or a list of strings.
 */
final class IndexSettings {

	static final String REPLICAS = "index.number_of_replicas";

	static final String AUTO_EXPAND = "index.auto_expand_replicas";

	private static final String PREFIX = "index.";

	/**
	 * Settings that the server refuses to change once the index exists, as tried on it.
	 */
	private static final List<String> STATIC = List.of("index.number_of_shards", "index.number_of_routing_shards",
			"index.routing_partition_size", "index.routing_path", "index.codec", "index.mode", "index.format",
			"index.store.", "index.sort.", "index.analysis.", "index.similarity.", "index.soft_deletes.",
			"index.shard.check_on_startup", "index.load_fixed_bitset_filters_eagerly", "index.data_path",
			"index.fielddata.cache", "index.queries.cache.enabled", "index.query_string.", "index.query.parse.",
			"index.mapping.coerce", "index.mapping.ignore_above", "index.mapping.ignore_malformed",
			"index.mapping.source.", "index.mapping.synthetic_source_keep", "index.mapping.exclude_source_vectors",
			"index.time_series.start_time", "index.seq_no.", "index.recovery.");

	/**
	 * Settings that the server or its operators write, whoever created the index.
	 */
	private static final List<String> OPERATIONAL = List.of("index.uuid", "index.creation_date", "index.provided_name",
			"index.version.", "index.routing.allocation.", "index.resize.", "index.history.", "index.verified_",
			"index.blocks.", "index.number_of_shards", REPLICAS, "index.shard_limit.", "index.lifecycle.",
			"index.priority");

	private IndexSettings() {
	}

	static Map<String, Object> normalize(Map<String, Object> settings) {
		Map<String, Object> flat = new TreeMap<>();
		Nested.flatten("", settings, flat);
		Map<String, Object> normalized = new TreeMap<>();
		flat.forEach((name, value) -> normalized.put(name.startsWith(PREFIX) ? name : PREFIX + name, text(value)));
		return Collections.unmodifiableMap(normalized);
	}

	/**
	 * Return the value as text; {@code null} asks the server for its default.
	 * @param value the value
	 * @return the text
	 */
	@SuppressWarnings("NullAway") // JSON has null members
	private static Object text(@Nullable Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(String::valueOf).toList();
		}
		return (value != null) ? String.valueOf(value) : null;
	}

	static List<Difference> compare(Map<String, Object> expected, Map<String, Object> actual) {
		return compare(expected, actual, Map.of());
	}

	static List<Difference> compare(Map<String, Object> expected, Map<String, Object> actual,
			Map<String, Object> defaults) {
		Map<String, Object> found = normalize(actual);
		List<Difference> differences = new ArrayList<>();
		expected.forEach((name, value) -> {
			Object fallback = defaults.get(name);
			Object asked = (value != null) ? value : fallback;
			Object effective = (found.get(name) != null) ? found.get(name) : fallback;
			if (!isSame(asked, effective) && !isOverridden(name, expected, found)) {
				differences.add(new Difference("settings." + name, value, found.get(name), isDynamic(name)));
			}
		});
		return differences;
	}

	/**
	 * Return the body of the request that brings settings in line.
	 * @param expected the declared settings
	 * @param actual the index
	 * @return the settings that differ and can be changed
	 */
	static Map<String, Object> update(Map<String, Object> expected, LiveIndex actual) {
		Map<String, Object> body = new TreeMap<>();
		compare(expected, actual.settings(), actual.defaults()).stream()
			.filter(Difference::applicable)
			.map((difference) -> difference.attribute().substring("settings.".length()))
			.forEach((name) -> body.put(name, expected.get(name)));
		return body;
	}

	/**
	 * Return whether a declared setting is missing in the index, so that only its default
	 * can tell whether it differs.
	 * @param expected the declared settings
	 * @param actual the settings of the index
	 * @return whether defaults are needed to compare
	 */
	static boolean needsDefaults(Map<String, Object> expected, Map<String, Object> actual) {
		Map<String, Object> found = normalize(actual);
		return expected.entrySet()
			.stream()
			.anyMatch((entry) -> (entry.getValue() == null) != (found.get(entry.getKey()) == null));
	}

	/**
	 * Return what the index has beyond what is declared and beyond what the server itself
	 * writes.
	 * @param expected the declared settings
	 * @param actual the settings of the index
	 * @return the settings
	 */
	static Map<String, Object> beyond(Map<String, Object> expected, Map<String, Object> actual) {
		Map<String, Object> beyond = new TreeMap<>(normalize(actual));
		beyond.keySet().removeAll(expected.keySet());
		beyond.keySet().removeIf((name) -> OPERATIONAL.stream().anyMatch(name::startsWith));
		beyond.values().removeIf(Objects::isNull);
		return beyond;
	}

	static boolean isAutoExpanded(Map<String, Object> settings) {
		Object value = settings.get(AUTO_EXPAND);
		return value != null && !value.equals("false");
	}

	/**
	 * The server itself sets the number of replicas where it expands them automatically.
	 * @param name the name of the setting
	 * @param expected the declared settings
	 * @param found the settings of the index
	 * @return whether the server overrides what is declared
	 */
	private static boolean isOverridden(String name, Map<String, Object> expected, Map<String, Object> found) {
		return name.equals(REPLICAS)
				&& (isAutoExpanded(expected) || (!expected.containsKey(AUTO_EXPAND) && isAutoExpanded(found)));
	}

	private static boolean isSame(@Nullable Object first, @Nullable Object second) {
		return String.join(",", Nested.texts(first)).equals(String.join(",", Nested.texts(second)));
	}

	private static boolean isDynamic(String name) {
		return STATIC.stream().noneMatch(name::startsWith);
	}

}
