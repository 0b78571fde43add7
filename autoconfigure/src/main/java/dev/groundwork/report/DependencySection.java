package dev.groundwork.report;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import dev.groundwork.readiness.DependencySnapshot;

/**
 * What the application depends on while it runs.
 */
final class DependencySection {

	private final List<DependencySnapshot> dependencies;

	DependencySection(List<DependencySnapshot> dependencies) {
		this.dependencies = dependencies;
	}

	void write(Markup html) {
		if (this.dependencies.isEmpty()) {
			html.element("p", "None is watched.", "class", "quiet");
			return;
		}
		html.open("ul", "class", "dependencies");
		this.dependencies.forEach((dependency) -> {
			String status = dependency.status().name().toLowerCase(Locale.ROOT);
			html.open("li")
				.element("span", dependency.name(), "class", "name")
				.element("span", status, "class", "tag " + tone(dependency))
				.element("span", "%s, since %s".formatted(dependency.policy().name().toLowerCase(Locale.ROOT),
						dependency.since().truncatedTo(ChronoUnit.SECONDS)), "class", "quiet");
			if (dependency.reason() != null) {
				html.element("span", dependency.reason().summary(), "class", "more");
			}
			html.close("li");
		});
		html.close("ul");
	}

	private static String tone(DependencySnapshot dependency) {
		return switch (dependency.status()) {
			case UP -> "good";
			case DEGRADED -> "warn";
			case DOWN -> "bad";
			case UNKNOWN -> "idle";
		};
	}

}
