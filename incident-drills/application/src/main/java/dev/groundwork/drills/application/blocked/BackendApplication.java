package dev.groundwork.drills.application.blocked;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Backend that initialises what it needs while it starts.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class BackendApplication {

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BackendApplication.class, arguments);
	}

	@Bean
	RemainingServices remainingServices(@Value("${remaining-services.port}") int port) {
		return RemainingServices.initialize(port);
	}

}
