package dev.groundwork.contract;

/**
 * What a {@link Finding} does to the start of the application.
 *
 * @since 0.1.0
 */
public enum Severity {

	/**
	 * The application must not start.
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
