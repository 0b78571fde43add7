package dev.groundwork.drills.application.backend;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Backend whose settings are two secrets.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
public class BackendApplication {

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BackendApplication.class, arguments);
	}

	@GetMapping("/api/status")
	String status() {
		return "running";
	}

}
