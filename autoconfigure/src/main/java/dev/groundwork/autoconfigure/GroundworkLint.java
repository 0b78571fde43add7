package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.plan.LintFinding;

/**
 * Bean that checks everything the application declares by the rules, without input or
 * output.
 *
 * @since 0.1.0
 */
public final class GroundworkLint {

	private final DesiredStates desiredStates;

	GroundworkLint(DesiredStates desiredStates) {
		this.desiredStates = desiredStates;
	}

	/**
	 * Resolve what must exist on every back end and check it. Called when every bean has
	 * been created.
	 * @return every finding, errors first; empty if there is none
	 */
	public List<LintFinding> findings() {
		return this.desiredStates.lint(this.desiredStates.resolve());
	}

}
