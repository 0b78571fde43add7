package dev.groundwork.documentation;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A property, as the reference shows it.
 *
 * @param name the name
 * @param type the type
 * @param defaultValue the value where none is set, empty if there is none
 * @param description what it is
 */
record PropertyRow(String name, Type type, String defaultValue, String description) {

	PropertyRow below(String prefix) {
		return new PropertyRow(prefix + "." + this.name, this.type, this.defaultValue, this.description);
	}

	/**
	 * Return the type whose properties stand below this one.
	 * @return the type, or {@code null} if this is a value
	 */
	@Nullable Class<?> elementType() {
		Type element = this.type;
		if (ElementProperties.isContainer(this.type)) {
			Type[] arguments = ((ParameterizedType) this.type).getActualTypeArguments();
			element = arguments[arguments.length - 1];
		}
		return (element instanceof Class<?> own && own.getName().startsWith("dev.groundwork.autoconfigure.")
				&& !own.isEnum()) ? own : null;
	}

	String toMarkdown() {
		return "| `%s` | %s | %s | %s |%n".formatted(this.name, typeName(this.type),
				this.defaultValue.isEmpty() ? "" : "`" + this.defaultValue + "`", this.description.replace("|", "\\|"));
	}

	private static String typeName(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			Type last = arguments[arguments.length - 1];
			return ((parameterized.getRawType() == Map.class) ? "by name: " : "list: ") + typeName(last);
		}
		if (type instanceof Class<?> own && own.isEnum()) {
			return Arrays.stream(own.getEnumConstants())
				.map((constant) -> "`" + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
				.collect(Collectors.joining(", "));
		}
		if (type instanceof Class<?> own) {
			return own.getName().startsWith("dev.groundwork.autoconfigure.") ? "see below" : own.getSimpleName();
		}
		return type.getTypeName();
	}

}
