package dev.groundwork.resource;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a {@link Resource} that is not as declared.
 *
 * @param attribute the name of the attribute
 * @param expected the declared value or {@code null} if none is declared
 * @param found the value on the server or {@code null} if it has none
 * @param applicable whether the server can change the attribute of the existing resource
 * @since 0.1.0
 */
public record Difference(String attribute, @Nullable Object expected, @Nullable Object found, boolean applicable) {

	@Override
	public String toString() {
		return this.attribute + ": expected " + display(this.expected) + ", found " + display(this.found);
	}

	private static String display(@Nullable Object value) {
		return (value != null) ? "'" + value + "'" : "none";
	}

}
