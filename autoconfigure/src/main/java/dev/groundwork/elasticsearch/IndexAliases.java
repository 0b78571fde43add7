package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.groundwork.resource.Difference;

/**
 * Compares the aliases of an index. An alias that is not declared is no difference; one
 * that is has exactly the filter and the routing that are declared.
 */
final class IndexAliases {

	private static final String WRITE_INDEX = "is_write_index";

	private static final String HIDDEN = "is_hidden";

	private IndexAliases() {
	}

	/**
	 * Return an alias in the form in which the server returns it.
	 * @param alias the alias
	 * @return the alias, without what is the default
	 */
	static Map<String, Object> normalize(Map<String, Object> alias) {
		Map<String, Object> normalized = new TreeMap<>(alias);
		Object routing = normalized.remove("routing");
		if (routing != null) {
			normalized.putIfAbsent("index_routing", String.valueOf(routing));
			normalized.putIfAbsent("search_routing", String.valueOf(routing));
		}
		normalized.values().removeIf((value) -> value == null || value.equals(Map.of()));
		normalized.entrySet()
			.removeIf((entry) -> entry.getKey().equals(HIDDEN) && Nested.isSame(false, entry.getValue()));
		return normalized;
	}

	static List<Difference> compare(Map<String, Object> expected, Map<String, Object> actual) {
		List<Difference> differences = new ArrayList<>();
		expected.forEach((name, definition) -> {
			if (!actual.containsKey(name)) {
				differences.add(new Difference("aliases." + name, definition, null, true));
			}
			else {
				compare("aliases." + name, normalize(Nested.map(definition)), normalize(Nested.map(actual, name)),
						differences);
			}
		});
		return differences;
	}

	private static void compare(String path, Map<String, Object> expected, Map<String, Object> actual,
			List<Difference> differences) {
		TreeSet<String> names = new TreeSet<>(expected.keySet());
		names.addAll(actual.keySet());
		for (String name : names) {
			boolean left = name.equals(WRITE_INDEX) && !expected.containsKey(name);
			if (!left && !isSame(name, expected, actual)) {
				differences.add(new Difference(path + "." + name, expected.get(name), actual.get(name), true));
			}
		}
	}

	private static boolean isSame(String name, Map<String, Object> expected, Map<String, Object> actual) {
		Object fallback = name.equals(WRITE_INDEX) ? "false" : null;
		return Nested.isSame(expected.getOrDefault(name, fallback), actual.getOrDefault(name, fallback));
	}

	/**
	 * Return the actions of one atomic request that brings the aliases in line.
	 * @param index the name of the index
	 * @param expected the declared aliases
	 * @param actual the aliases of the index
	 * @return the actions, empty if there is nothing to do
	 */
	static List<Map<String, Object>> actions(String index, Map<String, Object> expected, Map<String, Object> actual) {
		List<Map<String, Object>> actions = new ArrayList<>();
		expected.forEach((name, definition) -> {
			if (!compare(Map.of(name, definition), actual).isEmpty()) {
				Map<String, Object> add = new LinkedHashMap<>(Map.of("index", index, "alias", name));
				Map<String, Object> found = Nested.map(actual, name);
				if (found.containsKey(WRITE_INDEX)) {
					add.put(WRITE_INDEX, found.get(WRITE_INDEX));
				}
				add.putAll(Nested.map(definition));
				actions.add(Map.of("add", add));
			}
		});
		return actions;
	}

}
