package dev.groundwork.drills.application.lazycircle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Backend whose cache needs itself.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
@Import({ Cache.class, Redis.class, Pool.class })
public class BackendApplication {

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BackendApplication.class, arguments);
	}

	/**
	 * What the backend offers.
	 */
	@RestController
	static class Api {

		private final Cache cache;

		Api(Cache cache) {
			this.cache = cache;
		}

		@GetMapping("/documents")
		String documents() {
			return this.cache.get("documents");
		}

	}

}
