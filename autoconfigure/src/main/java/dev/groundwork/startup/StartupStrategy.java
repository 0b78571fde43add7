package dev.groundwork.startup;

/**
 * Whether the application context waits for the start-up tasks.
 *
 * @since 0.1.0
 */
public enum StartupStrategy {

	/**
	 * The context goes on and becomes live while the tasks run; readiness is held back.
	 */
	BACKGROUND,

	/**
	 * The context waits until every task is done, at most until the deadline.
	 */
	BLOCK

}
