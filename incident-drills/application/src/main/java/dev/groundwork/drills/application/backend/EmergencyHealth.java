package dev.groundwork.drills.application.backend;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The repair of an outage: an endpoint that answers whatever else is initialized.
 *
 * @since 0.1.0
 */
@RestController
public class EmergencyHealth {

	@GetMapping("/health-emergency")
	String health() {
		return "emergency";
	}

}
