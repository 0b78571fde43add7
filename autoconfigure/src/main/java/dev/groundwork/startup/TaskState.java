package dev.groundwork.startup;

/**
 * How far a {@link StartupTask} got.
 *
 * @since 0.1.0
 */
public enum TaskState {

	/**
	 * The task waits for other tasks.
	 */
	PENDING,

	/**
	 * The task runs.
	 */
	RUNNING,

	/**
	 * The task runs on, or still waits for others, past the deadline. It no longer holds
	 * back readiness, because it is not {@linkplain StartupTask#isCritical() critical}.
	 */
	OVERDUE,

	/**
	 * The task is done.
	 */
	DONE,

	/**
	 * The task has failed for good.
	 */
	FAILED

}
