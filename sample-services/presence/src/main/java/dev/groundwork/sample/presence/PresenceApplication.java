package dev.groundwork.sample.presence;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The service that tells who edits what.
 *
 * @since 0.1.0
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PresenceApplication {

	/**
	 * Start the service.
	 * @param args the command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(PresenceApplication.class, args);
	}

}
