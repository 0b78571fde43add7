package dev.groundwork.drills.application.gateway.clients;

import dev.groundwork.drills.application.gateway.configuration.Features;
import dev.groundwork.drills.application.gateway.events.EventBus;

/**
 * Client of the other services.
 *
 * @since 0.1.0
 */
public class ServiceClient {

	private final EventBus events;

	/**
	 * Create a new {@link ServiceClient} instance.
	 * @param features the features that are switched on
	 */
	public ServiceClient(Features features) {
		this.events = new EventBus(features);
	}

	/**
	 * Call a service.
	 * @param service the name of the service
	 * @return its answer
	 */
	public String call(String service) {
		return this.events.publish("called " + service);
	}

}
