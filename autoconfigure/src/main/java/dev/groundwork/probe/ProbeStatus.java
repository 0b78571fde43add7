package dev.groundwork.probe;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the probes tell at one moment.
 *
 * @param state how far the application got
 * @param started whether every gate has been open once
 * @param breakage why only a restart can help, or {@code null}
 * @param elapsed how long ago the start began
 * @param waitingFor what is being waited for
 * @param cycle the things that wait for each other, as a path, or {@code null}
 */
record ProbeStatus(ProbeState state, boolean started, @Nullable String breakage, Duration elapsed,
		List<AwaitedThing> waitingFor, @Nullable String cycle) {

	boolean isReady() {
		return this.state.isReady();
	}

	boolean isLive() {
		return this.breakage == null;
	}

}
