package dev.groundwork.rabbitmq;

import java.util.Map;

import org.springframework.boot.json.JsonWriter;

/**
 * YAML in blocks. A scalar or a list is written as JSON, which is YAML.
 */
final class BlockYaml {

	private static final JsonWriter<Object> JSON = JsonWriter.standard();

	private static final String OTHER_THAN_TEXT = "(?i)y|n|yes|no|on|off|true|false|null";

	private BlockYaml() {
	}

	static String write(Map<String, ?> map) {
		StringBuilder text = new StringBuilder();
		write(map, "", text);
		return text.toString();
	}

	private static void write(Map<?, ?> map, String indentation, StringBuilder text) {
		map.forEach((name, value) -> {
			text.append(indentation).append(key(name.toString())).append(':');
			if (value instanceof Map<?, ?> nested && !nested.isEmpty()) {
				text.append('\n');
				write(nested, indentation + "  ", text);
			}
			else {
				text.append(' ').append(JSON.writeToString(value)).append('\n');
			}
		});
	}

	private static String key(String name) {
		boolean plain = name.matches("[a-zA-Z][a-zA-Z0-9-]*") && !name.matches(OTHER_THAN_TEXT);
		return plain ? name : JSON.writeToString(name);
	}

}
