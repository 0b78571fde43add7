package dev.groundwork.contract;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One property has a value that people regret.
 *
 * @param name the name of the rule
 * @param isForProductionOnly whether the value is in order where people develop
 * @param property the property
 * @param values the values, in lower case
 * @param reason what is wrong with them
 * @param remedy what to do
 */
record SwitchRule(String name, boolean isForProductionOnly, String property, Set<String> values, String reason,
		String remedy) implements EnvironmentRule {

	static final SwitchRule CIRCULAR_REFERENCES = new SwitchRule("circular-references", false,
			"spring.main.allow-circular-references", Set.of("true"),
			"is true: beans that need each other are created half-finished, and a start can wait for itself",
			"Break the circle that the start prints without this property, and remove it.");

	static final SwitchRule H2_CONSOLE = new SwitchRule("h2-console", true, "spring.h2.console.enabled", Set.of("true"),
			"is true: whoever reaches the web server has a SQL console",
			"Set it in the profile of those who develop only, and here:\n    spring.h2.console.enabled: false");

	static final SwitchRule SHOW_DETAILS = new SwitchRule("show-details", true,
			"management.endpoint.health.show-details", Set.of("always"),
			"is 'always': whoever reaches the health endpoint reads names and addresses of what is behind it",
			"Show them to those who have logged in:\n"
					+ "    management.endpoint.health.show-details: when-authorized");

	static final SwitchRule DEBUG = new SwitchRule("debug-mode", true, "debug", Set.of(),
			"is set: the log is that of somebody who looks for a fault, and may hold what nobody should read",
			"Remove it, and set the level of the logger that you need:\n    logging.level.<logger>: debug");

	static final SwitchRule TRACE = new SwitchRule("debug-mode", true, "trace", Set.of(), DEBUG.reason(),
			DEBUG.remedy());

	@Override
	public Severity defaultSeverity() {
		return Severity.WARNING;
	}

	@Override
	public Stream<Finding> check(Inspection inspection) {
		Resolution found = inspection.settings().resolve(this.property);
		if (found == null || !found.complete() || !isRegretted(found.value().trim().toLowerCase(Locale.ROOT))) {
			return Stream.empty();
		}
		return Stream.of(finding(this.property, Text.origin(found), this.reason, this.remedy));
	}

	// Spring Boot takes 'debug' for set unless it is 'false'
	private boolean isRegretted(String value) {
		return this.values.isEmpty() ? !value.equals("false") : this.values.contains(value);
	}

}
