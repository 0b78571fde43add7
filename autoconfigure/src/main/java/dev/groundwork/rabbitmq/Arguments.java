package dev.groundwork.rabbitmq;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Optional arguments of exchanges, queues and bindings.
 */
final class Arguments {

	private Arguments() {
	}

	/**
	 * The broker compares integers by value, whatever their size; so do we.
	 * @param arguments the arguments as declared, or {@code null}
	 * @return immutable arguments in the order of their names
	 */
	static Map<String, Object> normalize(@Nullable Map<String, ?> arguments) {
		Map<String, Object> normalized = new TreeMap<>();
		if (arguments != null) {
			arguments.forEach((name, value) -> normalized.put(name, normalize(value)));
		}
		return Collections.unmodifiableMap(normalized);
	}

	private static Object normalize(Object value) {
		return (value instanceof Integer || value instanceof Short || value instanceof Byte)
				? ((Number) value).longValue() : value;
	}

}
