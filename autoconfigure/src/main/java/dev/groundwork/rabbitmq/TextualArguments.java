package dev.groundwork.rabbitmq;

/**
 * Arguments whose values were written as text, as in a properties file.
 *
 * @since 0.1.0
 */
public final class TextualArguments {

	private TextualArguments() {
	}

	/**
	 * Make a value what the broker expects of the argument. RabbitMQ tells
	 * {@code "60000"} from {@code 60000}.
	 * @param kind the kind of the resource that has the argument
	 * @param name the name of the argument
	 * @param value the value as it was read
	 * @return the value, as it was if the argument is not known
	 * @throws IllegalArgumentException if the text cannot be what the broker expects
	 */
	public static Object coerce(String kind, String name, Object value) {
		return KnownArguments.find(name)
			.filter((argument) -> argument.kind().equals(kind))
			.map((argument) -> coerce(argument.type(), value))
			.orElse(value);
	}

	private static Object coerce(ArgumentType type, Object value) {
		if (type == ArgumentType.STRING) {
			return (value instanceof Number || value instanceof Boolean) ? value.toString() : value;
		}
		if (!(value instanceof CharSequence text)) {
			return value;
		}
		return (type == ArgumentType.INTEGER) ? number(text.toString().trim()) : truth(text.toString().trim());
	}

	private static Object number(String text) {
		try {
			return Long.valueOf(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("RabbitMQ wants a whole number here", ex);
		}
	}

	private static Object truth(String text) {
		if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
			return Boolean.valueOf(text);
		}
		throw new IllegalArgumentException("RabbitMQ wants 'true' or 'false' here");
	}

}
