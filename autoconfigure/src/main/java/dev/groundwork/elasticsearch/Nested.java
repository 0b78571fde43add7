package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

	/**
	 * Bring values that mean the same into the same form: the server writes numbers as
	 * text or text as numbers, orders members as it likes and makes a list of one value.
	 * @param value the value
	 * @return text, a list or a map
	 */
	static Object canonical(@Nullable Object value) {
		if (value instanceof Map<?, ?>) {
			Map<String, Object> canonical = new TreeMap<>();
			map(value).forEach((name, member) -> canonical.put(name, canonical(member)));
			return canonical;
		}
		if (value instanceof List<?> list) {
			return (list.size() == 1) ? canonical(list.get(0)) : list.stream().map(Nested::canonical).toList();
		}
		return String.valueOf(value);
	}

}
