package dev.groundwork.autoconfigure;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.groundwork.readiness.Readiness;
import dev.groundwork.websocket.BoundServer;
import dev.groundwork.websocket.WebSocketGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GroundworkWebSocketAutoConfiguration}.
 */
class GroundworkWebSocketAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations
		.of(GroundworkWebSocketAutoConfiguration.class, GroundworkAutoConfiguration.class);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues("groundwork.startup.strategy=background");

	private final WebApplicationContextRunner serverRunner = new WebApplicationContextRunner(
			AnnotationConfigServletWebServerApplicationContext::new)
		.withConfiguration(CONFIGURATIONS)
		.withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
		.withUserConfiguration(EchoConfiguration.class)
		.withPropertyValues("server.port=0", "server.address=127.0.0.1");

	@Test
	void withoutServerThereIsNoGate() {
		this.contextRunner.run((context) -> assertThat(gates(context)).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "groundwork.enabled=false", "groundwork.mode=off", "groundwork.websocket.enabled=false" })
	void whenSwitchedOffBacksOff(String property) {
		this.serverRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WebSocketGates.class));
	}

	@Test
	void whenTheLibraryIsAbsentThereAreOnlyTheGatesThatAreConfigured() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.web", "org.springframework.boot.web.server"))
			.withPropertyValues("groundwork.websocket.endpoints[0].port=" + FreePort.find(),
					"groundwork.websocket.endpoints[0].path=/edit/live")
			.run((context) -> assertThat(gates(context)).containsExactly("websocket-edit-live"));
	}

	@Test
	void reactiveEndpointsAreFoundByTheirPaths() {
		WebSocketHandler handler = (session) -> session.close();
		Map<String, Object> handlers = Map.of("/echo", handler, "/rooms/{room}", handler, "/files", new Object());
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withBean(SimpleUrlHandlerMapping.class, () -> new SimpleUrlHandlerMapping(handlers))
			.withPropertyValues("spring.webflux.base-path=/api")
			.run((context) -> assertThat(context.getBean(WebSocketPaths.class).get()).containsExactly("/api/echo"));
	}

	@Test
	void serverOfTheUserHasAGate() {
		this.contextRunner.withBean(BoundServer.class, NeverBoundServer::new)
			.run((context) -> assertThat(gates(context)).containsExactly("websocket-presence"));
	}

	@Test
	void endpointsHaveTheirNames() {
		this.contextRunner.withPropertyValues("groundwork.websocket.endpoints[0].port=" + FreePort.find(),
				"groundwork.websocket.endpoints[0].name=collaboration", "groundwork.websocket.endpoints[0].path=/ws")
			.run((context) -> assertThat(gates(context)).containsExactly("websocket-collaboration"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "groundwork.websocket.paths", "groundwork.websocket.endpoints[0].uri" })
	void unknownKeyIsRefusedByName(String key) {
		this.contextRunner.withPropertyValues(key + "=/ws")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("%s: is set and nothing reads it".formatted(key)));
	}

	@Test
	void endpointOfTheEmbeddedServerIsFoundAndAwaited() {
		this.serverRunner.run((context) -> {
			assertThat(gates(context)).containsExactly("websocket-echo");
			await().until(context.getBean(Readiness.class)::isReady);
		});
	}

	@Test
	void contextPathBelongsToThePath() {
		this.serverRunner.withPropertyValues("server.servlet.context-path=/app").run((context) -> {
			assertThat(gates(context)).containsExactly("websocket-app-echo");
			await().until(context.getBean(Readiness.class)::isReady);
		});
	}

	@Test
	void endpointThatIsConfiguredIsNotGatedTwice() {
		this.serverRunner
			.withPropertyValues("groundwork.websocket.endpoints[0].name=mine",
					"groundwork.websocket.endpoints[0].path=/echo")
			.run((context) -> assertThat(gates(context)).containsExactly("websocket-mine"));
	}

	@Test
	void endpointThatDoesNotExistKeepsTheApplicationUnready() {
		this.serverRunner
			.withPropertyValues("groundwork.websocket.endpoints[0].name=mine",
					"groundwork.websocket.endpoints[0].path=/no-such-path")
			.run((context) -> await().until(() -> context.getBean(Readiness.class)
				.gates()
				.stream()
				.anyMatch((gate) -> String.valueOf(gate.waitingFor()).endsWith("answered with 404 instead of 101"))));
	}

	private static List<String> gates(ApplicationContext context) {
		return context.getBean(WebSocketGates.class).tasks().stream().map(WebSocketGate::getName).toList();
	}

	@EnableWebSocket
	@Configuration(proxyBeanMethods = false)
	static class EchoConfiguration implements WebSocketConfigurer {

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			registry.addHandler(new AbstractWebSocketHandler() {
			}, "/echo");
		}

	}

	private static final class NeverBoundServer implements BoundServer {

		@Override
		public String getName() {
			return "presence";
		}

		@Override
		public CompletableFuture<InetSocketAddress> getBoundAddress() {
			return new CompletableFuture<>();
		}

	}

}
