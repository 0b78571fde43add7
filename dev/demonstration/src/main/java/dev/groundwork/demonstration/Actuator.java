package dev.groundwork.demonstration;

import java.net.URI;
import java.util.Optional;

/**
 * What a service says about itself over HTTP.
 *
 * @param service the root of the service
 */
record Actuator(URI service) {

	boolean isLive() {
		return isUp("liveness");
	}

	boolean isReady() {
		return isUp("readiness");
	}

	private boolean isUp(String probe) {
		return Http.get(this.service.resolve("/actuator/health/" + probe))
			.filter((answer) -> answer.status() == 200)
			.isPresent();
	}

	Optional<GroundworkState> groundwork() {
		return Http.get(this.service.resolve("/actuator/groundwork"))
			.map((answer) -> answer.json(GroundworkState.class));
	}

}
