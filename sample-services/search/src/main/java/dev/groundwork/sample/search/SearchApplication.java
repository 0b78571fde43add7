package dev.groundwork.sample.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.resilience.annotation.EnableResilientMethods;

/**
 * The service that finds documents.
 *
 * @since 0.1.0
 */
@SpringBootApplication
@EnableResilientMethods
public class SearchApplication {

	/**
	 * Start the service.
	 * @param args the command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(SearchApplication.class, args);
	}

}
