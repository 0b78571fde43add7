package dev.groundwork.drills.application.websocket;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Presence service that begins to bind its WebSocket server and awaits nothing.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class PresenceApplication {

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(PresenceApplication.class, arguments);
	}

	@Bean
	PresenceServer presenceServer(@Value("${presence.port}") int port) {
		return new PresenceServer(port);
	}

	@Bean
	ApplicationRunner initializeWebSocket(PresenceServer server, @Value("${presence.bind-after}") Duration delay) {
		return (arguments) -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
			.execute(server::start);
	}

}
