package dev.groundwork.drills.application.gateway.events;

import dev.groundwork.drills.application.gateway.configuration.Features;
import dev.groundwork.drills.application.gateway.utils.Identifiers;

/**
 * Tells everybody what happened.
 *
 * @since 0.1.0
 */
public class EventBus {

	private final Identifiers identifiers;

	/**
	 * Create a new {@link EventBus} instance.
	 * @param features the features that are switched on
	 */
	public EventBus(Features features) {
		this.identifiers = new Identifiers(features);
	}

	/**
	 * Publish an event.
	 * @param event the event
	 * @return the event with its identifier
	 */
	public String publish(String event) {
		return this.identifiers.next() + ": " + event;
	}

}
