package dev.groundwork.rabbitmq;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.rabbitmq.client.LongString;
import org.jspecify.annotations.Nullable;

/**
 * Arguments in the form in which JSON carries them, so that those that were declared and
 * those that were found can be compared.
 */
final class FoundArguments {

	private FoundArguments() {
	}

	static Map<String, Object> normalize(Map<?, ?> arguments) {
		Map<String, Object> normalized = new TreeMap<>();
		arguments.forEach((name, value) -> normalized.put(String.valueOf(name), normalize(value)));
		return Collections.unmodifiableMap(normalized);
	}

	private static @Nullable Object normalize(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return normalize(map);
		}
		if (value instanceof List<?> list) {
			return list.stream().map(FoundArguments::normalize).toList();
		}
		if (value instanceof LongString || value instanceof CharSequence) {
			return value.toString();
		}
		// Some parsers know one kind of number only
		if (value instanceof Number number && number.doubleValue() == number.longValue()) {
			return number.longValue();
		}
		return (value instanceof Number number) ? (Object) number.doubleValue() : value;
	}

}
