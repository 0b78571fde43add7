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
	 * The task is done.
	 */
	DONE,

	/**
	 * The task has failed for good.
	 */
	FAILED

}
