package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.groundwork.resource.Difference;

/**
 * Settings of an index in the form in which the server returns them: flat, with the
 * prefix {@code index.} and every value a string or a list of strings.
 */
final class IndexSettings {

	private static final String PREFIX = "index.";

	/**
	 * Settings that the server refuses to change once the index exists.
	 */
	private static final List<String> STATIC = List.of("index.number_of_shards", "index.number_of_routing_shards",
			"index.routing_partition_size", "index.codec", "index.mode", "index.store.", "index.sort.",
			"index.analysis.", "index.similarity.", "index.soft_deletes.", "index.shard.check_on_startup",
			"index.load_fixed_bitset_filters_eagerly");

	private IndexSettings() {
	}

	static Map<String, Object> normalize(Map<String, Object> settings) {
		Map<String, Object> flat = new TreeMap<>();
		Nested.flatten("", settings, flat);
		Map<String, Object> normalized = new TreeMap<>();
		flat.forEach((name, value) -> normalized.put(name.startsWith(PREFIX) ? name : PREFIX + name, text(value)));
		return Collections.unmodifiableMap(normalized);
	}

	private static Object text(Object value) {
		return (value instanceof List<?> list) ? list.stream().map(String::valueOf).toList() : String.valueOf(value);
	}

	static List<Difference> compare(Map<String, Object> expected, Map<String, Object> actual) {
		Map<String, Object> found = normalize(actual);
		List<Difference> differences = new ArrayList<>();
		expected.forEach((name, value) -> {
			if (!value.equals(found.get(name))) {
				differences.add(new Difference("settings." + name, value, found.get(name), isDynamic(name)));
			}
		});
		return differences;
	}

	private static boolean isDynamic(String name) {
		return STATIC.stream().noneMatch(name::startsWith);
	}

}
