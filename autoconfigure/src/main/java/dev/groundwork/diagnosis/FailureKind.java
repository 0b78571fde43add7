package dev.groundwork.diagnosis;

/**
 * Kind of failure, which decides whether it is worth trying again.
 *
 * @since 0.1.0
 */
public enum FailureKind {

	/**
	 * Goes away by itself: connection refused, no master, too many requests. Tried again
	 * until the deadline.
	 */
	TRANSIENT,

	/**
	 * Goes away when someone makes room: flood-stage disk, connection alarm. Polled
	 * slowly.
	 */
	BLOCKED,

	/**
	 * Stays until someone changes the application, the configuration or the server. Never
	 * tried again.
	 */
	PERMANENT

}
