package dev.groundwork.readiness;

import java.util.List;

/**
 * Whether the application takes requests.
 *
 * @since 0.1.0
 */
public enum ReadinessState {

	/**
	 * Not yet: a gate is closed, or a dependency has not been up.
	 */
	STARTING,

	/**
	 * It takes requests and has everything it needs.
	 */
	READY,

	/**
	 * It takes requests although a dependency is lost or busy, or a task that is not
	 * critical is overdue.
	 */
	DEGRADED,

	/**
	 * It takes no requests: a dependency is lost without which it cannot work.
	 */
	UNREADY,

	/**
	 * It takes no requests any more and will not do so again.
	 */
	STOPPING;

	/**
	 * Return whether the application takes requests.
	 * @return whether it is ready
	 */
	public boolean isReady() {
		return this == READY || this == DEGRADED;
	}

	static ReadinessState of(List<GateSnapshot> gates, List<DependencySnapshot> dependencies) {
		if (gates.stream().anyMatch(GateSnapshot::holdsBack)) {
			return STARTING;
		}
		if (dependencies.stream().anyMatch(DependencySnapshot::holdsBack)) {
			return dependencies.stream().filter(DependencySnapshot::holdsBack).allMatch(DependencySnapshot::seen)
					? UNREADY : STARTING;
		}
		boolean degraded = gates.stream().anyMatch((gate) -> gate.state() == GateState.DEGRADED)
				|| dependencies.stream().anyMatch(DependencySnapshot::degrades);
		return degraded ? DEGRADED : READY;
	}

}
