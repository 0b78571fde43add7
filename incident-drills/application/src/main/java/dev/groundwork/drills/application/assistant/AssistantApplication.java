package dev.groundwork.drills.application.assistant;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Service that asks a language model which models it has.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class AssistantApplication {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(AssistantApplication.class, arguments);
	}

	@Bean
	RestClient ollama(@Value("${ollama.url}") String url) {
		SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
		connections.setConnectTimeout(TIMEOUT);
		connections.setReadTimeout(TIMEOUT);
		return RestClient.builder().baseUrl(url).requestFactory(connections).build();
	}

	@RestController
	static class Models {

		private final RestClient ollama;

		Models(RestClient ollama) {
			this.ollama = ollama;
		}

		@GetMapping("/models")
		@Nullable String models() {
			return this.ollama.get().uri("/api/tags").retrieve().body(String.class);
		}

	}

}
