package dev.groundwork.plan;

/**
 * What a {@link LintFinding} does to the start of the application.
 *
 * @since 0.1.0
 */
public enum LintSeverity {

	/**
	 * The application must not start: nothing connects to a server.
	 */
	ERROR,

	/**
	 * The application may start; somebody should act.
	 */
	WARNING,

	/**
	 * The rule is not applied.
	 */
	OFF

}
