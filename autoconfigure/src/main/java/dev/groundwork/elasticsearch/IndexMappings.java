package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import dev.groundwork.resource.Difference;

/**
 * Compares mappings. What the live mapping has beyond the declared one is no difference:
 * fields appear by themselves.
 */
final class IndexMappings {

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
			if (MappingParameters.CHILDREN.contains(name)) {
				compareChildren(path, Nested.map(value), Nested.map(actual, name), differences);
			}
			else if (name.equals(MappingParameters.RUNTIME)) {
				compareRuntime(path + "." + name, Nested.map(value), Nested.map(actual, name), differences);
			}
			else if (!MappingParameters.isSame(name, value, actual)) {
				differences.add(new Difference(path + "." + name, value, actual.get(name),
						MappingParameters.isUpdatable(name, value, actual)));
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

	private static void compareRuntime(String path, Map<String, Object> expected, Map<String, Object> actual,
			List<Difference> differences) {
		expected.forEach((name, definition) -> {
			if (!Nested.isSame(definition, actual.get(name))) {
				differences.add(new Difference(path + "." + name, definition, actual.get(name), true));
			}
		});
	}

	/**
	 * Return the body of the request that brings a mapping in line. It names only the
	 * fields that differ, each with everything that it has, because the server resets
	 * what such a request leaves out.
	 * @param expected the declared mapping
	 * @param actual the live mapping
	 * @return the body, empty if there is nothing to do
	 */
	static Map<String, Object> update(Map<String, Object> expected, Map<String, Object> actual) {
		Map<String, Object> body = new TreeMap<>();
		expected.forEach((name, value) -> {
			if (MappingParameters.CHILDREN.contains(name)) {
				Map<String, Object> children = updateChildren(Nested.map(value), Nested.map(actual, name));
				putUnlessEmpty(body, name, children);
			}
			else if (name.equals(MappingParameters.RUNTIME)) {
				Map<String, Object> fields = new TreeMap<>(Nested.map(value));
				Map<String, Object> found = Nested.map(actual, name);
				fields.entrySet().removeIf((field) -> Nested.isSame(field.getValue(), found.get(field.getKey())));
				putUnlessEmpty(body, name, fields);
			}
			else if (!MappingParameters.isSame(name, value, actual)) {
				body.put(name, value);
			}
		});
		return body;
	}

	private static void putUnlessEmpty(Map<String, Object> body, String name, Map<String, Object> members) {
		if (!members.isEmpty()) {
			body.put(name, members);
		}
	}

	private static Map<String, Object> updateChildren(Map<String, Object> expected, Map<String, Object> actual) {
		Map<String, Object> children = new TreeMap<>();
		expected.forEach((name, definition) -> {
			Map<String, Object> found = Nested.map(actual, name);
			if (!actual.containsKey(name)) {
				children.put(name, definition);
				return;
			}
			Map<String, Object> update = update(Nested.map(definition), found);
			if (!update.isEmpty()) {
				found.forEach((parameter, value) -> {
					if (!MappingParameters.CHILDREN.contains(parameter)) {
						update.putIfAbsent(parameter, value);
					}
				});
				children.put(name, update);
			}
		});
		return children;
	}

	/**
	 * Tell what declared fields have beyond their declaration, and which fields are left
	 * from an earlier declaration: fields do not appear by themselves where the mapping
	 * is not dynamic.
	 * @param expected the declared mapping
	 * @param actual the live mapping
	 * @param consumer told the path and the value
	 */
	static void beyond(Map<String, Object> expected, Map<String, Object> actual, BiConsumer<String, Object> consumer) {
		beyond("mappings", expected, actual, Nested.isSame(MappingParameters.effective("dynamic", actual), "true"),
				consumer);
	}

	private static void beyond(String path, Map<String, Object> expected, Map<String, Object> actual, boolean dynamic,
			BiConsumer<String, Object> consumer) {
		actual.forEach((name, value) -> {
			if (MappingParameters.CHILDREN.contains(name)) {
				beyondChildren(path, Nested.map(expected, name), Nested.map(value), dynamic, consumer);
			}
			else if (!expected.containsKey(name) && !MappingParameters.isSame(name, value, expected)) {
				consumer.accept(path + "." + name, value);
			}
		});
	}

	private static void beyondChildren(String path, Map<String, Object> expected, Map<String, Object> actual,
			boolean dynamic, BiConsumer<String, Object> consumer) {
		actual.forEach((name, definition) -> {
			String child = path + "." + name;
			Map<String, Object> found = Nested.map(definition);
			if (expected.containsKey(name)) {
				boolean dynamicChild = found.containsKey("dynamic") ? Nested.isSame(found.get("dynamic"), "true")
						: dynamic;
				beyond(child, Nested.map(expected, name), found, dynamicChild, consumer);
			}
			else if (!dynamic) {
				consumer.accept(child, definition);
			}
		});
	}

}
