package dev.groundwork.elasticsearch;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
	 * Return the texts of a list; the server takes one value for a list of one.
	 * @param value a list, one value or {@code null}
	 * @return the texts
	 */
	static List<String> texts(@Nullable Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(String::valueOf).toList();
		}
		return (value != null) ? List.of(String.valueOf(value)) : List.of();
	}

	/**
	 * Return whether two values mean the same: the server writes numbers as text or text
	 * as numbers, orders members as it likes and makes a list of one value.
	 * @param first a value
	 * @param second another value
	 * @return whether they mean the same
	 */
	static boolean isSame(@Nullable Object first, @Nullable Object second) {
		if (first instanceof List<?> list && second instanceof List<?> other) {
			return isSame(list, other);
		}
		if (first instanceof List<?> list) {
			return list.size() == 1 && isSame(list.get(0), second);
		}
		if (second instanceof List<?> list) {
			return list.size() == 1 && isSame(first, list.get(0));
		}
		if (first instanceof Map<?, ?> && second instanceof Map<?, ?>) {
			Map<String, Object> members = map(first);
			Map<String, Object> others = map(second);
			return members.keySet().equals(others.keySet())
					&& members.keySet().stream().allMatch((name) -> isSame(members.get(name), others.get(name)));
		}
		if (first instanceof Number || second instanceof Number) {
			return Objects.equals(number(first), number(second));
		}
		return Objects.equals(String.valueOf(first), String.valueOf(second));
	}

	private static boolean isSame(List<?> first, List<?> second) {
		if (first.size() != second.size()) {
			return false;
		}
		for (int i = 0; i < first.size(); i++) {
			if (!isSame(first.get(i), second.get(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Bring values that mean the same into the same form, so that they can be written and
	 * compared as text.
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

	private static String number(@Nullable Object value) {
		String text = String.valueOf(value);
		try {
			return new BigDecimal(text).stripTrailingZeros().toPlainString();
		}
		catch (NumberFormatException ex) {
			return text;
		}
	}

}
