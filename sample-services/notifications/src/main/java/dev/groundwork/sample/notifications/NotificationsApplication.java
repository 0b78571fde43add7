package dev.groundwork.sample.notifications;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.resilience.annotation.EnableResilientMethods;

/**
 * The service that remembers what happened to documents.
 *
 * @since 0.1.0
 */
@SpringBootApplication
@EnableResilientMethods
public class NotificationsApplication {

	/**
	 * Start the service.
	 * @param args the command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(NotificationsApplication.class, args);
	}

}
