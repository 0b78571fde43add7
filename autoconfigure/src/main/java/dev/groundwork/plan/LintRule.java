package dev.groundwork.plan;

import java.util.List;

import dev.groundwork.resource.DesiredState;

/**
 * A rule about what is declared, checked without input or output before anything
 * connects. Define a bean of this type to have a rule of your own checked for every back
 * end.
 *
 * @since 0.1.0
 */
public interface LintRule {

	/**
	 * Return the name of the rule, by which its severity is set.
	 * @return a name that is unique among the rules, such as {@code reserved-name}
	 */
	String getName();

	/**
	 * Return what a violation does unless the application says otherwise.
	 * @return the severity, {@link LintSeverity#ERROR} by default
	 */
	default LintSeverity getDefaultSeverity() {
		return LintSeverity.ERROR;
	}

	/**
	 * Check everything that is declared for one back end.
	 * @param desired what must exist
	 * @return every place in which the rule is violated
	 */
	List<LintViolation> check(DesiredState desired);

}
