package dev.groundwork.drills.application.gateway.realtime;

import dev.groundwork.drills.application.gateway.clients.ServiceClient;
import dev.groundwork.drills.application.gateway.configuration.Features;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers what happens.
 *
 * @since 0.1.0
 */
public class RealtimeHub {

	private final @Nullable ServiceClient client;

	/**
	 * Create a new {@link RealtimeHub} instance.
	 * @param features the features that are switched on
	 */
	public RealtimeHub(Features features) {
		this.client = features.presenceInRealtime() ? new ServiceClient(features) : null;
	}

	/**
	 * Return who is told.
	 * @return those who are present, or everybody
	 */
	public String audience() {
		return (this.client != null) ? this.client.call("presence") : "everybody";
	}

}
