package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket.Listener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.websocket.BoundServer;
import dev.groundwork.websocket.JavaWebSocketBoundServer;
import dev.groundwork.websocket.WebSocketGate;
import jakarta.websocket.server.ServerEndpoint;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.reactive.context.AnnotationConfigReactiveWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the gates of every kind of WebSocket server, over real sockets.
 */
@Timeout(60)
class WebSocketServersTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations
		.of(GroundworkWebSocketAutoConfiguration.class, GroundworkAutoConfiguration.class);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues("groundwork.startup.strategy=background");

	private final WebApplicationContextRunner servletRunner = new WebApplicationContextRunner(
			AnnotationConfigServletWebServerApplicationContext::new)
		.withConfiguration(CONFIGURATIONS)
		.withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
		.withPropertyValues("server.port=0", "server.address=127.0.0.1");

	private final ReactiveWebApplicationContextRunner reactiveRunner = new ReactiveWebApplicationContextRunner(
			AnnotationConfigReactiveWebServerApplicationContext::new)
		.withConfiguration(CONFIGURATIONS)
		.withConfiguration(AutoConfigurations.of(NettyReactiveWebServerAutoConfiguration.class,
				HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class))
		.withPropertyValues("server.port=0", "server.address=127.0.0.1");

	@Test
	void sockJsAnswersBelowItsPathAlsoBelowTheServlet() {
		this.servletRunner.withUserConfiguration(SockJsConfiguration.class)
			.withPropertyValues("spring.mvc.servlet.path=/api", "server.servlet.context-path=/app")
			.run((context) -> {
				assertThat(gates(context)).containsExactly("websocket-app-api-sock-websocket");
				awaitReady(context);
			});
	}

	@Test
	void jakartaEndpointIsFoundAndItsPatternIsNot() {
		this.servletRunner.withUserConfiguration(JakartaConfiguration.class)
			.withPropertyValues("server.servlet.context-path=/app")
			.run((context) -> {
				assertThat(gates(context)).containsExactly("websocket-app-jakarta");
				awaitReady(context);
			});
	}

	@Test
	void reactiveHandlerIsFound() {
		this.reactiveRunner.withUserConfiguration(ReactiveConfiguration.class)
			.withPropertyValues("spring.webflux.base-path=/base")
			.run((context) -> {
				assertThat(gates(context)).containsExactly("websocket-base-live");
				awaitReady(context);
			});
	}

	@Test
	void stompWithTheSimpleBrokerIsReady() {
		this.servletRunner.withUserConfiguration(SimpleBrokerConfiguration.class).run((context) -> {
			assertThat(gates(context)).containsExactlyInAnyOrder("websocket-stomp", "websocket-sock-websocket");
			awaitReady(context);
			assertThat(context.getBean(Readiness.class).gates()).extracting(GateSnapshot::name)
				.contains("websocket-broker");
		});
	}

	@Test
	void stompIsNotReadyBeforeTheRelayIsConnectedAndTellsWhenItIsLost() throws IOException {
		try (StompStandIn broker = new StompStandIn()) {
			this.servletRunner.withUserConfiguration(RelayConfiguration.class)
				.withPropertyValues("relay.port=" + broker.port())
				.run((context) -> {
					Readiness readiness = context.getBean(Readiness.class);
					StompBroker stomp = context.getBean(StompBroker.class);
					await().until(() -> readiness.gates()
						.stream()
						.filter((gate) -> gate.opened() == null)
						.map(GateSnapshot::name)
						.toList()
						.equals(List.of("websocket-broker")));
					await().during(Duration.ofMillis(500)).until(() -> !readiness.isReady());
					assertThat(stomp.check()).isEmpty();
					broker.answer();
					awaitReady(context);
					assertThat(stomp.check()).isEmpty();
					broker.end();
					await().until(() -> !stomp.check().isEmpty());
					assertThat(stomp.check().get(0).summary()).isEqualTo("STOMP broker: is not available");
					assertThat(stomp.getDefaultPolicy()).isEqualTo(DependencyPolicy.STARTUP);
				});
		}
	}

	@Test
	void javaWebSocketServerIsFoundAndNotReadyBeforeItIsBound() {
		PlainServer server = new PlainServer();
		this.contextRunner.withBean("presence", PlainServer.class, () -> server).run((context) -> {
			assertThat(gates(context)).containsExactly("websocket-presence");
			Readiness readiness = context.getBean(Readiness.class);
			await().during(Duration.ofMillis(700)).until(() -> !readiness.isReady());
			server.start();
			awaitReady(context);
			server.stop(1000);
			DependencyCheck check = checks(context).get(0);
			assertThat(check.getName()).isEqualTo("websocket-presence");
			assertThat(check.getDefaultPolicy()).isEqualTo(DependencyPolicy.STRICT);
			await().until(() -> !check.check().isEmpty());
		});
	}

	@Test
	void javaWebSocketServerThatTheApplicationAdaptsHasOneGate() {
		PlainServer server = new PlainServer();
		server.start();
		this.contextRunner.withBean("presence", PlainServer.class, () -> server)
			.withBean(BoundServer.class, () -> JavaWebSocketBoundServer.of("mine", "/ws", server))
			.run((context) -> {
				assertThat(gates(context)).containsExactly("websocket-mine");
				awaitReady(context);
				server.stop(1000);
			});
	}

	@Test
	void endpointOfTheWebServerIsWatchedWithTheWebServer() {
		this.servletRunner.withUserConfiguration(SockJsConfiguration.class).run((context) -> {
			awaitReady(context);
			assertThat(checks(context)).isEmpty();
		});
	}

	@Test
	void clientsOfEveryKindAreToldThatTheServerGoesAway() {
		this.servletRunner.withUserConfiguration(SockJsConfiguration.class)
			.run((context) -> assertThat(closeCode(context.getSourceApplicationContext(), "/sock/websocket"))
				.isEqualTo(1001));
		this.servletRunner.withUserConfiguration(SimpleBrokerConfiguration.class)
			.run((context) -> assertThat(closeCode(context.getSourceApplicationContext(), "/stomp")).isEqualTo(1001));
		this.reactiveRunner.withUserConfiguration(ReactiveConfiguration.class)
			.run((context) -> assertThat(closeCode(context.getSourceApplicationContext(), "/live")).isEqualTo(1001));
	}

	private static int closeCode(ApplicationContext context, String path) {
		CompletableFuture<Integer> closed = new CompletableFuture<>();
		awaitReady(context);
		HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(URI.create("ws://127.0.0.1:" + port(context) + path), new Listener() {

				@Override
				public @Nullable CompletionStage<?> onClose(java.net.http.WebSocket client, int code, String reason) {
					closed.complete(code);
					return null;
				}

			})
			.join();
		await().during(Duration.ofMillis(500)).until(() -> !closed.isDone());
		((ConfigurableApplicationContext) context).close();
		assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
		return closed.join();
	}

	private static int port(ApplicationContext context) {
		return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
	}

	private static void awaitReady(ApplicationContext context) {
		await().atMost(Duration.ofSeconds(20)).until(context.getBean(Readiness.class)::isReady);
	}

	private static List<String> gates(ApplicationContext context) {
		return context.getBean(WebSocketGates.class).tasks().stream().map(WebSocketGate::getName).toList();
	}

	private static List<DependencyCheck> checks(ApplicationContext context) {
		return context.getBean(WebSocketGates.class).checks();
	}

	@EnableWebSocket
	@Configuration(proxyBeanMethods = false)
	static class SockJsConfiguration implements WebSocketConfigurer {

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			registry.addHandler(new AbstractWebSocketHandler() {
			}, "/sock").withSockJS();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class JakartaConfiguration {

		@Bean
		ServerEndpointExporter exporter() {
			return new ServerEndpointExporter();
		}

		@Bean
		LiteralEndpoint literalEndpoint() {
			return new LiteralEndpoint();
		}

		@Bean
		PatternEndpoint patternEndpoint() {
			return new PatternEndpoint();
		}

	}

	@ServerEndpoint("/jakarta")
	public static class LiteralEndpoint {

	}

	@ServerEndpoint("/documents/{id}")
	public static class PatternEndpoint {

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveConfiguration {

		@Bean
		SimpleUrlHandlerMapping webSocketMapping() {
			WebSocketHandler handler = (session) -> session.receive().then();
			return new SimpleUrlHandlerMapping(Map.of("/live", handler, "/live/{id}", handler, "/page",
					(org.springframework.web.server.WebHandler) (exchange) -> Mono.empty()), -1);
		}

	}

	@EnableWebSocketMessageBroker
	@Configuration(proxyBeanMethods = false)
	static class SimpleBrokerConfiguration implements WebSocketMessageBrokerConfigurer {

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.addEndpoint("/stomp");
			registry.addEndpoint("/sock").withSockJS();
		}

	}

	@EnableWebSocketMessageBroker
	@Configuration(proxyBeanMethods = false)
	static class RelayConfiguration implements WebSocketMessageBrokerConfigurer {

		private final Environment environment;

		RelayConfiguration(Environment environment) {
			this.environment = environment;
		}

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.addEndpoint("/stomp");
		}

		@Override
		public void configureMessageBroker(MessageBrokerRegistry registry) {
			registry.enableStompBrokerRelay("/topic")
				.setRelayHost("127.0.0.1")
				.setRelayPort(this.environment.getRequiredProperty("relay.port", Integer.class));
		}

	}

	static final class PlainServer extends WebSocketServer {

		PlainServer() {
			super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
		}

		@Override
		public void onStart() {
		}

		@Override
		public void onOpen(WebSocket connection, ClientHandshake handshake) {
		}

		@Override
		public void onMessage(WebSocket connection, String text) {
		}

		@Override
		public void onClose(WebSocket connection, int code, String reason, boolean remote) {
		}

		@Override
		public void onError(WebSocket connection, Exception ex) {
		}

	}

}
