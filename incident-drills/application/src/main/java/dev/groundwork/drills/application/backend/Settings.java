package dev.groundwork.drills.application.backend;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the backend reads of its configuration.
 */
@Component
class Settings {

	Settings(@Value("${app.secret-key}") String secretKey, @Value("${app.jwt.secret}") String jwtSecret) {
	}

}
