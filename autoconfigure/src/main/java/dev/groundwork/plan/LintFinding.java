package dev.groundwork.plan;

/**
 * A {@link LintViolation} and what it does to the start of the application.
 *
 * @param rule the name of the rule
 * @param severity what it does to the start; never {@link LintSeverity#OFF}
 * @param violation what is wrong
 * @since 0.1.0
 */
public record LintFinding(String rule, LintSeverity severity, LintViolation violation) {

	@Override
	public String toString() {
		return "%s (declared by %s) %s [%s]".formatted(this.violation.subject(), this.violation.source(),
				this.violation.cause(), this.rule);
	}

}
