package dev.groundwork.test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonParserFactory;

/**
 * An object in the answer of an endpoint, read with whatever library there is.
 *
 * @param members its members by name
 */
record JsonObject(Map<?, ?> members) {

	static JsonObject parse(String json) {
		return new JsonObject(JsonParserFactory.getJsonParser().parseMap(json));
	}

	String text(String name) {
		String text = textOrNull(name);
		if (text == null) {
			throw new IllegalArgumentException("There is no '%s' in %s".formatted(name, this.members.keySet()));
		}
		return text;
	}

	@Nullable String textOrNull(String name) {
		Object value = this.members.get(name);
		return (value != null) ? value.toString() : null;
	}

	<E extends Enum<E>> E constant(String name, Class<E> type) {
		return Enum.valueOf(type, text(name));
	}

	Stream<JsonObject> objects(String name) {
		return (this.members.get(name) instanceof List<?> list)
				? list.stream().filter(Map.class::isInstance).map((each) -> new JsonObject((Map<?, ?>) each))
				: Stream.empty();
	}

}
