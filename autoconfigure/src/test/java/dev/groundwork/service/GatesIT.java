package dev.groundwork.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.groundwork.readiness.GroundworkReadyEvent;
import dev.groundwork.readiness.ReadinessGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for the gates of a service.
 */
@Timeout(120)
@ExtendWith(RunningService.Closing.class)
class GatesIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	@Test
	void readinessIsHeldBackAlsoWhereTheApplicationSetsTheMembersOfTheGroup() {
		RunningService service = RunningService.web(GatedService.class,
				"--management.endpoint.health.group.readiness.include=ping");
		assertThat(service.status("readiness")).isEqualTo(503);
		service.bean(ReadinessGate.class).open();
		assertThat(service.status("readiness")).isEqualTo(200);
	}

	@Test
	void readyEventIsPublishedOnceWhenTheLastGateOpens() {
		RunningService service = RunningService.web(GatedService.class);
		List<GroundworkReadyEvent> events = service.bean(GatedService.class).events;
		assertThat(events).isEmpty();
		service.bean(ReadinessGate.class).open();
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
		await().atMost(SOON).untilAsserted(() -> assertThat(events).hasSize(1));
	}

	@Test
	void embeddedWebSocketEndpointIsFoundAndItsUpgradeAwaited() {
		RunningService service = RunningService.web(WebSocketService.class);
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
		assertThat(service.body("/actuator/groundwork")).contains("\"websocket-ws\"").contains("\"OPEN\"");
	}

	@Test
	void webSocketEndpointThatDoesNotExistKeepsTheServiceUnready() {
		RunningService service = RunningService.web(WebSocketService.class,
				"--groundwork.websocket.endpoints[0].name=missing",
				"--groundwork.websocket.endpoints[0].path=/missing");
		await().atMost(SOON)
			.until(() -> service.body("/actuator/health/readiness").contains("answered with 404 instead of 101"));
		assertThat(service.status("readiness")).isEqualTo(503);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class GatedService {

		final List<GroundworkReadyEvent> events = new CopyOnWriteArrayList<>();

		@Bean
		ReadinessGate warmUp() {
			return new ReadinessGate("warm-up");
		}

		@EventListener
		void onReady(GroundworkReadyEvent event) {
			this.events.add(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebSocket
	static class WebSocketService implements WebSocketConfigurer {

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			registry.addHandler(new TextWebSocketHandler(), "/ws");
		}

	}

}
