package dev.groundwork.elasticsearch;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Access to values in nested maps, as JSON is read.
 */
final class Nested {

	private Nested() {
	}

	static void flatten(String prefix, Map<String, Object> nested, Map<String, Object> flat) {
		nested.forEach((name, value) -> {
			String path = prefix.isEmpty() ? name : prefix + "." + name;
			if (value instanceof Map<?, ?> && !map(value).isEmpty()) {
				flatten(path, map(value), flat);
			}
			else {
				flat.put(path, value);
			}
		});
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(@Nullable Object value) {
		return (value instanceof Map<?, ?>) ? (Map<String, Object>) value : Map.of();
	}

	static Map<String, Object> map(Map<String, Object> nested, String name) {
		return map(nested.get(name));
	}

	static String text(Map<String, Object> nested, String name) {
		Object value = nested.get(name);
		return (value != null) ? String.valueOf(value) : "";
	}

}
