package dev.groundwork.report;

import java.util.ArrayList;
import java.util.List;

import dev.groundwork.contract.EnvironmentVariable;
import dev.groundwork.contract.EnvironmentVariable.Need;

/**
 * The environment variables of an application as a commented {@code .env.example}, which
 * is the same wherever it is made and holds no value of any running environment.
 *
 * @since 0.1.0
 */
public final class EnvironmentExample {

	private final List<String> lines = new ArrayList<>();

	private final List<EnvironmentVariable> variables;

	/**
	 * Create a new {@link EnvironmentExample} instance.
	 * @param application the name of the application
	 * @param variables the variables that it reads
	 */
	public EnvironmentExample(String application, List<EnvironmentVariable> variables) {
		this.variables = variables;
		this.lines.add("# The environment variables that '%s' reads. To renew this file:"
			.formatted(VariableRemarks.printable(application)));
		this.lines.add("#   java -jar app.jar --groundwork.mode=doctor --groundwork.output=env >.env.example");
		this.lines.add("# Copy it to .env, which belongs in no repository, and fill it in.");
		write("Required", Need.REQUIRED);
		write("Required under a condition", Need.CONDITIONAL);
		write("Optional, with the default", Need.OPTIONAL, Need.ALTERNATIVE);
		write("Deprecated", Need.DEPRECATED);
	}

	private void write(String title, Need... needs) {
		List<EnvironmentVariable> group = this.variables.stream()
			.filter((variable) -> List.of(needs).contains(variable.need()))
			.toList();
		if (!group.isEmpty()) {
			this.lines.add("");
			this.lines.add("# ---- %s ----".formatted(title));
			group.forEach(this::write);
		}
	}

	private void write(EnvironmentVariable variable) {
		VariableRemarks remarks = new VariableRemarks(variable);
		String value = remarks.defaultValue();
		this.lines.add("");
		remarks.lines().forEach((line) -> this.lines.add("# " + line));
		this.lines.add((remarks.mustBeSet() ? "" : "#") + variable.name() + "=" + ((value != null) ? value : ""));
	}

	@Override
	public String toString() {
		return String.join("\n", this.lines) + "\n";
	}

}
