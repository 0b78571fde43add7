package dev.groundwork.drills.application.gateway;

import dev.groundwork.drills.application.gateway.clients.ServiceClient;
import dev.groundwork.drills.application.gateway.configuration.Features;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gateway that needs its shared packages from the first request on.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class GatewayApplication {

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(GatewayApplication.class, arguments);
	}

	@Bean
	ServiceClient serviceClient(@Value("${features.presence-in-realtime:false}") boolean presenceInRealtime) {
		return new ServiceClient(new Features(presenceInRealtime));
	}

	/**
	 * What the gateway offers.
	 */
	@RestController
	static class Api {

		private final ServiceClient client;

		Api(ServiceClient client) {
			this.client = client;
		}

		@GetMapping("/documents")
		String documents() {
			return this.client.call("documents");
		}

	}

}
