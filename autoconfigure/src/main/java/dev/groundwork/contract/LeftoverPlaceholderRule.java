package dev.groundwork.contract;

import java.util.List;
import java.util.stream.Stream;

/**
 * A placeholder is left in a property of the application: Spring Boot would bind its
 * text. Patterns of log lines hold {@code ${…}} for the logging system, an escaped
 * placeholder is meant as text, and that of a secret has a rule of its own. Where nothing
 * is known to bind the property it is only a warning.
 */
final class LeftoverPlaceholderRule implements DeploymentRule {

	private static final List<String> FOR_OTHERS = List.of("logging.pattern", "logging.structured");

	@Override
	public String name() {
		return "leftover-placeholder";
	}

	@Override
	public Stream<Finding> check(Inspection inspection, Deployment deployment) {
		List<Resolution> leftover = inspection.settings()
			.properties()
			.stream()
			.filter(LeftoverPlaceholderRule::isLeftover)
			.filter((property) -> isOfApplication(property.setting(), inspection))
			.toList();
		if (leftover.isEmpty()) {
			return Stream.empty();
		}
		Readers readers = Readers.of(inspection, deployment);
		return leftover.stream().map((property) -> leftover(property, readers));
	}

	private Finding leftover(Resolution property, Readers readers) {
		String name = property.setting().name();
		String reason = property.unset().isEmpty() ? "a placeholder in its value cannot be resolved" : "refers to "
				+ Text.names(property.unset()) + ", which " + Text.isOrAre(property.unset()) + " not set";
		Finding finding = finding(name, property.setting().origin(),
				reason + ": the application would read the text '${…}' itself", remedy(property));
		return readers.mayRead(name) ? finding : finding.withSeverity(Severity.WARNING);
	}

	private static String remedy(Resolution property) {
		if (property.unset().isEmpty()) {
			return "Close every '${' with a '}', and let no property refer to itself.";
		}
		String name = property.unset().iterator().next();
		String set = name.matches("[A-Z][A-Z0-9_]*")
				? "Set it where the application starts:\n    export " + name + "=<value>"
				: "Set '" + name + "' in application.yml:\n    " + name + ": <value>";
		return set + "\nor give the placeholder a default:\n    ${" + name + ":<default>}";
	}

	private static boolean isLeftover(Resolution property) {
		return !property.complete() && (!property.unset().isEmpty()
				|| Stream.concat(Stream.of(property.setting()), property.read().stream())
					.noneMatch((setting) -> setting.text().contains("\\${")));
	}

	private static boolean isOfApplication(Setting setting, Inspection inspection) {
		Place place = setting.place();
		return !place.isEnvironmentVariable() && !place.isSystemProperty()
				&& FOR_OTHERS.stream().noneMatch((prefix) -> PropertyNames.isBelow(setting.name(), prefix))
				&& inspection.secrets()
					.stream()
					.map(Secret::bound)
					.noneMatch((bound) -> bound != null && bound.passes(setting))
				&& !isMissing(setting, inspection);
	}

	private static boolean isMissing(Setting setting, Inspection inspection) {
		return inspection.terms()
			.properties()
			.stream()
			.filter((required) -> required.property().equals(setting.name()))
			.map(PropertyRequirement::requiredWhen)
			.anyMatch((condition) -> condition == null || condition.holds(inspection.settings()));
	}

}
