package dev.groundwork.autoconfigure;

import java.net.InetAddress;
import java.util.Collection;
import java.util.function.Supplier;

import dev.groundwork.websocket.BoundServer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the WebSocket gates.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = GroundworkAutoConfiguration.class)
@ConditionalOnGroundwork
@ConditionalOnBooleanProperty(name = "groundwork.websocket.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WebSocketProperties.class)
public final class GroundworkWebSocketAutoConfiguration {

	@Bean
	WebSocketGates groundworkWebSocketGates(ObjectProvider<BoundServer> servers, WebSocketProperties properties,
			ObjectProvider<EmbeddedWebServer> webServer, ObjectProvider<WebSocketPaths> paths) {
		return new WebSocketGates(() -> servers.orderedStream().toList(), properties.getEndpoints(),
				() -> paths.stream().flatMap((source) -> source.get().stream()).toList(), webServer.getIfAvailable());
	}

	/**
	 * Source of the paths of WebSocket endpoints.
	 */
	@FunctionalInterface
	interface WebSocketPaths extends Supplier<Collection<String>> {

	}

	/**
	 * The embedded web server, where there is one.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebServerApplicationContext.class)
	@ConditionalOnWebApplication
	static class EmbeddedWebServerConfiguration {

		@Bean
		@Nullable EmbeddedWebServer groundworkEmbeddedWebServer(ApplicationContext context, Environment environment) {
			if (!(context instanceof WebServerApplicationContext)) {
				return null;
			}
			Binder binder = Binder.get(environment);
			InetAddress address = binder.bind("server.address", InetAddress.class).orElse(null);
			boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class, true)
					&& binder.bind("server.ssl", Object.class).isBound();
			return new EmbeddedWebServer(address, secure);
		}

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
			String contextPath = environment.getProperty("server.servlet.context-path", "");
			return () -> mappings.orderedStream()
				.filter(WebSocketHandlerMapping.class::isInstance)
				.flatMap((mapping) -> ((WebSocketHandlerMapping) mapping).getUrlMap().keySet().stream())
				.filter((path) -> !path.contains("*") && !path.contains("{"))
				.map((path) -> contextPath + path)
				.toList();
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
		WebSocketPaths groundworkReactiveWebSocketPaths(ObjectProvider<AbstractUrlHandlerMapping> mappings,
				Environment environment) {
			String basePath = environment.getProperty("spring.webflux.base-path", "");
			return () -> mappings.orderedStream()
				.flatMap((mapping) -> mapping.getHandlerMap().entrySet().stream())
				.filter((entry) -> entry.getValue() instanceof WebSocketHandler && !entry.getKey().hasPatternSyntax())
				.map((entry) -> basePath + entry.getKey().getPatternString())
				.toList();
		}

	}

}
