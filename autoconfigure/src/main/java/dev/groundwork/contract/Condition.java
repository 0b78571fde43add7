package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * When something is required: {@code app.mail.enabled} while that property is set to
 * anything but {@code false}, {@code app.mail.provider=smtp} while it has that value
 * (case does not matter), and {@code !app.mail.enabled} or
 * {@code app.mail.provider!=smtp} otherwise.
 *
 * @param property the name of the property
 * @param value the value, or {@code null} if anything but {@code false} will do
 * @param negated whether it holds where it otherwise would not
 * @since 0.1.0
 */
public record Condition(String property, @Nullable String value, boolean negated) {

	public Condition {
		Assert.hasText(property, "A condition needs the name of a property");
	}

	/**
	 * Read a condition.
	 * @param text the condition as people write it
	 * @return the condition
	 * @throws IllegalArgumentException if no property is named
	 */
	public static Condition of(String text) {
		String trimmed = text.trim();
		int equals = trimmed.indexOf('=');
		if (equals < 0) {
			boolean negated = trimmed.startsWith("!");
			return new Condition(negated ? trimmed.substring(1).trim() : trimmed, null, negated);
		}
		boolean negated = equals > 0 && trimmed.charAt(equals - 1) == '!';
		String property = trimmed.substring(0, negated ? equals - 1 : equals).trim();
		return new Condition(property, trimmed.substring(equals + 1).trim(), negated);
	}

	boolean holds(Settings settings) {
		Resolution actual = settings.resolve(this.property);
		String found = (actual != null && actual.complete()) ? actual.value().trim() : null;
		boolean met = (this.value != null) ? this.value.equalsIgnoreCase(found)
				: StringUtils.hasText(found) && !found.equalsIgnoreCase("false");
		return met != this.negated;
	}

	@Override
	public String toString() {
		if (this.value == null) {
			return (this.negated ? "!" : "") + this.property;
		}
		return this.property + (this.negated ? "!=" : "=") + this.value;
	}

}
