package dev.groundwork.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.groundwork.rabbitmq.TextualArguments;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The arguments of one exchange, queue or binding: those that are written as the broker
 * names them, and those that have a property. The two must not contradict each other.
 */
final class DeclaredArguments {

	private final String property;

	private final Map<String, Object> arguments = new LinkedHashMap<>();

	/**
	 * Create arguments from those that are written as the broker names them.
	 * @param property the property of the exchange, queue or binding
	 * @param kind its kind
	 * @param raw the arguments
	 */
	DeclaredArguments(String property, String kind, Map<String, Object> raw) {
		this.property = property;
		raw.forEach((name, value) -> this.arguments.put(name, coerce(kind, name, value)));
	}

	private Object coerce(String kind, String name, Object value) {
		try {
			return TextualArguments.coerce(kind, name, value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(this.property + ".arguments." + name, value,
					ex.getMessage());
		}
	}

	DeclaredArguments with(String member, String name, @Nullable Number value) {
		return withValue(member, name, (value != null) ? value.longValue() : null);
	}

	DeclaredArguments with(String member, String name, @Nullable Boolean value) {
		return withValue(member, name, value);
	}

	DeclaredArguments with(String member, String name, @Nullable String value) {
		return withValue(member, name, value);
	}

	DeclaredArguments with(String member, String name, @Nullable Enum<?> value) {
		return withValue(member, name,
				(value != null) ? value.name().toLowerCase(Locale.ROOT).replace('_', '-') : null);
	}

	/**
	 * Add a header that a binding asks for, which may be anything.
	 * @param member the property of the header
	 * @param name the name of the header
	 * @param value its value
	 * @return these arguments
	 */
	DeclaredArguments withHeader(String member, String name, Object value) {
		return withValue(member, name, value);
	}

	private DeclaredArguments withValue(String member, String name, @Nullable Object value) {
		if (value == null) {
			return this;
		}
		Object existing = this.arguments.putIfAbsent(name, value);
		if (existing != null && !isSame(existing, value)) {
			throw new InvalidConfigurationPropertyValueException(this.property + "." + member, value,
					"It sets the argument '%s' to '%s', but that is already declared to be '%s'. Remove one of the two."
						.formatted(name, value, existing));
		}
		return this;
	}

	private static boolean isSame(Object first, Object second) {
		return (first instanceof Number firstNumber && second instanceof Number secondNumber)
				? firstNumber.longValue() == secondNumber.longValue() : first.equals(second);
	}

	Map<String, Object> toMap() {
		return Map.copyOf(this.arguments);
	}

}
