package dev.groundwork.probe;

import dev.groundwork.readiness.ReadinessState;

/**
 * How far an application got, as its probes tell.
 *
 * @since 0.1.0
 */
public enum ProbeState {

	/**
	 * It starts.
	 */
	STARTING,

	/**
	 * It takes requests and has everything it needs.
	 */
	READY,

	/**
	 * It takes requests with less than it should have.
	 */
	DEGRADED,

	/**
	 * It takes no requests at the moment.
	 */
	UNREADY,

	/**
	 * It takes no requests any more.
	 */
	STOPPING,

	/**
	 * Its start has failed.
	 */
	FAILED;

	boolean isReady() {
		return this == READY || this == DEGRADED;
	}

	static ProbeState of(ReadinessState state) {
		return switch (state) {
			case STARTING -> STARTING;
			case READY -> READY;
			case DEGRADED -> DEGRADED;
			case UNREADY -> UNREADY;
			case STOPPING -> STOPPING;
		};
	}

}
