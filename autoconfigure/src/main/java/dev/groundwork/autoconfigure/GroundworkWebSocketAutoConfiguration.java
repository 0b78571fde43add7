package dev.groundwork.autoconfigure;

import java.util.stream.Stream;

import dev.groundwork.readiness.ReadinessGate;
import dev.groundwork.websocket.BoundServer;
import dev.groundwork.websocket.OpenSessions;
import dev.groundwork.websocket.ReactiveSessionTracking;
import dev.groundwork.websocket.ServletSessionTracking;
import jakarta.websocket.server.ServerEndpoint;
import org.java_websocket.server.WebSocketServer;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.messaging.simp.broker.AbstractBrokerMessageHandler;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the WebSocket gates.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = GroundworkAutoConfiguration.class)
@ConditionalOnGroundwork
@ConditionalOnBooleanProperty(name = "groundwork.websocket.enabled", matchIfMissing = true)
@Import(EmbeddedWebServerConfiguration.class)
@EnableConfigurationProperties(WebSocketProperties.class)
public final class GroundworkWebSocketAutoConfiguration {

	@Bean
	WebSocketGates groundworkWebSocketGates(ObjectProvider<BoundServer> servers, WebSocketProperties properties,
			ObjectProvider<EmbeddedWebServer> webServer, ObjectProvider<WebSocketPaths> paths,
			ObjectProvider<BoundServers> found) {
		return new WebSocketGates(
				() -> Stream
					.concat(servers.orderedStream(), found.orderedStream().flatMap((source) -> source.get().stream()))
					.toList(),
				properties.getEndpoints(), () -> paths.stream().flatMap((source) -> source.get().stream()).toList(),
				webServer.getIfAvailable());
	}

	@Bean
	@ConditionalOnWebApplication
	OpenSessions groundworkOpenSessions() {
		return new OpenSessions();
	}

	/**
	 * WebSocket endpoints of Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebSocketHandlerMapping.class, HandlerMapping.class })
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		WebSocketPaths groundworkServletWebSocketPaths(ObjectProvider<HandlerMapping> mappings,
				Environment environment) {
			return new ServletWebSocketPaths(mappings, WebSocketPaths.contextPath(environment),
					environment.getProperty("spring.mvc.servlet.path", "/"));
		}

		@Bean
		static ServletSessionTracking groundworkServletSessionTracking(ObjectProvider<OpenSessions> sessions) {
			return new ServletSessionTracking(sessions::getObject);
		}

	}

	/**
	 * WebSocket endpoints of Jakarta EE.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ServerEndpointExporter.class, ServerEndpoint.class })
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class JakartaConfiguration {

		@Bean
		WebSocketPaths groundworkJakartaWebSocketPaths(ListableBeanFactory beanFactory, Environment environment) {
			return new JakartaWebSocketPaths(beanFactory, WebSocketPaths.contextPath(environment));
		}

	}

	/**
	 * WebSocket endpoints of Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebSocketHandler.class)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		WebSocketPaths groundworkReactiveWebSocketPaths(
				ObjectProvider<org.springframework.web.reactive.HandlerMapping> mappings, Environment environment) {
			return new ReactiveWebSocketPaths(mappings, environment.getProperty("spring.webflux.base-path", ""));
		}

		@Bean
		static ReactiveSessionTracking groundworkReactiveSessionTracking(ObjectProvider<OpenSessions> sessions) {
			return new ReactiveSessionTracking(sessions::getObject);
		}

	}

	/**
	 * The broker behind STOMP endpoints.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AbstractBrokerMessageHandler.class)
	@ConditionalOnBean(AbstractBrokerMessageHandler.class)
	static class StompConfiguration {

		@Bean
		ReadinessGate groundworkStompBrokerGate() {
			return new ReadinessGate(StompBroker.NAME);
		}

		@Bean
		StompBroker groundworkStompBroker(@Qualifier("groundworkStompBrokerGate") ReadinessGate gate) {
			return new StompBroker(gate);
		}

	}

	/**
	 * Servers made with Java-WebSocket.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebSocketServer.class)
	static class JavaWebSocketConfiguration {

		@Bean
		UnclaimedJavaWebSocketServers groundworkJavaWebSocketServers(ListableBeanFactory beanFactory) {
			return new UnclaimedJavaWebSocketServers(beanFactory);
		}

	}

}
