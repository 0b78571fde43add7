package dev.groundwork.report;

import java.util.ArrayList;
import java.util.List;

import dev.groundwork.contract.EnvironmentVariable;
import dev.groundwork.contract.EnvironmentVariable.Need;
import org.jspecify.annotations.Nullable;

/**
 * What people must know of an {@link EnvironmentVariable} to give it a value, in lines
 * that can stand in a comment.
 */
final class VariableRemarks {

	private final EnvironmentVariable variable;

	VariableRemarks(EnvironmentVariable variable) {
		this.variable = variable;
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		String kind = this.variable.secret() ? "a secret" : "";
		if (this.variable.minBytes() > 0) {
			kind += " of at least %d bytes".formatted(this.variable.minBytes());
		}
		lines.add(String.join(", ", this.variable.readBy()) + (kind.isEmpty() ? "" : ": " + kind));
		String need = need();
		if (need != null) {
			lines.add(need);
		}
		if (this.variable.generator() != null) {
			lines.add("to make one: " + this.variable.generator());
		}
		return lines.stream().map(VariableRemarks::printable).toList();
	}

	private @Nullable String need() {
		return switch (this.variable.need()) {
			case REQUIRED -> null;
			case CONDITIONAL -> "required when " + this.variable.requiredWhen();
			case OPTIONAL -> hasNoShownDefault() ? "has a default that is not shown here" : null;
			case DEPRECATED -> "deprecated: use " + this.variable.insteadOf();
			case ALTERNATIVE -> "read where " + this.variable.insteadOf() + " is not set";
		};
	}

	private boolean hasNoShownDefault() {
		return this.variable.defaulted() && defaultValue() == null;
	}

	/**
	 * Return whether the variable is to be filled in by everybody.
	 * @return whether it is not one that may be left out
	 */
	boolean mustBeSet() {
		return this.variable.need() == Need.REQUIRED;
	}

	/**
	 * Return the default, if it can be shown on one line.
	 * @return the default or {@code null} if there is none to be shown
	 */
	@Nullable String defaultValue() {
		String value = this.variable.defaultValue();
		return (value != null && value.equals(printable(value))) ? value : null;
	}

	static String printable(String text) {
		return text.replaceAll("[^\\x20-\\x7e]", "?");
	}

}
