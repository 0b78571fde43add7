package dev.groundwork.drills.application.gateway.utils;

import java.util.concurrent.atomic.AtomicLong;

import dev.groundwork.drills.application.gateway.configuration.Features;
import dev.groundwork.drills.application.gateway.realtime.RealtimeHub;

/**
 * Numbers what happens.
 *
 * @since 0.1.0
 */
public class Identifiers {

	private final AtomicLong last = new AtomicLong();

	private final RealtimeHub realtime;

	/**
	 * Create a new {@link Identifiers} instance.
	 * @param features the features that are switched on
	 */
	public Identifiers(Features features) {
		this.realtime = new RealtimeHub(features);
	}

	/**
	 * Return a number that was not used before.
	 * @return the number, with who is told about it
	 */
	public String next() {
		return this.last.incrementAndGet() + " (" + this.realtime.audience() + ")";
	}

}
