package dev.groundwork.startup;

/**
 * What to do when the deadline of the start has passed.
 *
 * @since 0.1.0
 */
public enum OnDeadline {

	/**
	 * Stay unready and keep trying, so that an outage does not restart every replica.
	 */
	STAY_UNREADY,

	/**
	 * Become ready without the tasks that are not {@linkplain StartupTask#isCritical()
	 * critical}, which run on, and say so. Stay unready for the others.
	 */
	DEGRADE,

	/**
	 * End the application with a non-zero exit code.
	 */
	FAIL

}
