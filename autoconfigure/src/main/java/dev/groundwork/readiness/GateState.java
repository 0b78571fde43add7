package dev.groundwork.readiness;

/**
 * State of a gate.
 *
 * @since 0.1.0
 */
public enum GateState {

	/**
	 * What the gate stands for is there.
	 */
	OPEN,

	/**
	 * What the gate stands for is being waited for.
	 */
	CLOSED,

	/**
	 * What the gate stands for is being waited for, and readiness no longer waits for it.
	 */
	DEGRADED,

	/**
	 * What the gate stands for will never be there.
	 */
	FAILED

}
