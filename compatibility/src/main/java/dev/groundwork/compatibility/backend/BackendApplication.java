package dev.groundwork.compatibility.backend;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A back end that needs nothing but its configuration.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class BackendApplication {

	/**
	 * Run the application.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BackendApplication.class, arguments);
	}

}
