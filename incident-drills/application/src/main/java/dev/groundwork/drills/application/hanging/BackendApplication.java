package dev.groundwork.drills.application.hanging;

import java.util.concurrent.CountDownLatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Backend that says it is initialized while its documents still wait for a connection
 * pool that nobody ever completes.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
public class BackendApplication {

	private static final Logger logger = LoggerFactory.getLogger(BackendApplication.class);

	private final CountDownLatch connectionPool = new CountDownLatch(1);

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BackendApplication.class, arguments);
	}

	@Bean
	ApplicationRunner initialization() {
		return (arguments) -> logger.info("Backend initialized successfully");
	}

	@GetMapping("/api/documents")
	String documents() throws InterruptedException {
		this.connectionPool.await();
		return "[]";
	}

	@GetMapping("/api/status")
	String status() {
		return "running";
	}

}
