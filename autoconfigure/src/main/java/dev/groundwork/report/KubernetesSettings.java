package dev.groundwork.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.groundwork.contract.EnvironmentVariable;

/**
 * The environment variables of an application as the skeleton of a Kubernetes Secret and
 * a ConfigMap. What has to be filled in is empty.
 *
 * @since 0.1.0
 */
public final class KubernetesSettings {

	private static final int MAX_NAME = 50;

	private static final String OTHER_THAN_TEXT = "Y|N|YES|NO|ON|OFF|TRUE|FALSE|NULL";

	private final List<String> lines = new ArrayList<>();

	/**
	 * Create a new {@link KubernetesSettings} instance.
	 * @param application the name of the application
	 * @param variables the variables that it reads
	 */
	public KubernetesSettings(String application, List<EnvironmentVariable> variables) {
		String name = name(application);
		line("# The environment variables that '%s' reads. To renew this file:",
				VariableRemarks.printable(application));
		line("#   java -jar app.jar --groundwork.mode=doctor --groundwork.output=secret-yaml");
		line("# Fill in what is empty, and keep what is filled in out of every repository. In the container:");
		line("#   envFrom:");
		line("#     - secretRef: { name: %s-secrets }", name);
		line("#     - configMapRef: { name: %s-settings }", name);
		write("Secret", name + "-secrets", "stringData",
				variables.stream().filter(EnvironmentVariable::secret).toList());
		line("---");
		write("ConfigMap", name + "-settings", "data",
				variables.stream().filter((variable) -> !variable.secret()).toList());
	}

	private void write(String kind, String name, String data, List<EnvironmentVariable> variables) {
		line("apiVersion: v1");
		line("kind: %s", kind);
		line("metadata:");
		line("  name: %s", quoted(name));
		if (kind.equals("Secret")) {
			line("type: Opaque");
		}
		// without an entry it is null, which Kubernetes takes, and what is commented out
		// can be put in
		line("%s:", data);
		variables.forEach(this::write);
	}

	private void write(EnvironmentVariable variable) {
		VariableRemarks remarks = new VariableRemarks(variable);
		String value = remarks.defaultValue();
		remarks.lines().forEach((line) -> line("  # %s", line));
		line("  %s%s: %s", remarks.mustBeSet() ? "" : "#", quotedKey(variable.name()),
				quoted((value != null) ? value : ""));
	}

	private static String quotedKey(String name) {
		return (name.matches("[A-Z][A-Z0-9_]*") && !name.matches(OTHER_THAN_TEXT)) ? name : quoted(name);
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	/**
	 * Make a name that Kubernetes accepts as a label of DNS (RFC 1123).
	 * @param application the name of the application
	 * @return letters, digits and hyphens, with room for a suffix
	 */
	private static String name(String application) {
		String name = application.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
		String shortened = name.substring(0, Math.min(MAX_NAME, name.length())).replaceAll("-+$", "");
		return shortened.isEmpty() ? "application" : shortened;
	}

	private void line(String format, Object... arguments) {
		this.lines.add(format.formatted(arguments));
	}

	@Override
	public String toString() {
		return String.join("\n", this.lines) + "\n";
	}

}
