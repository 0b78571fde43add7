package dev.groundwork.autoconfigure;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

/**
 * {@link WebSocketPaths} of the Jakarta endpoints that a {@link ServerEndpointExporter}
 * finds among the beans. Those that it is given by class, or that the container finds by
 * itself, are not known here.
 */
final class JakartaWebSocketPaths implements WebSocketPaths {

	private final ListableBeanFactory beanFactory;

	private final String contextPath;

	JakartaWebSocketPaths(ListableBeanFactory beanFactory, String contextPath) {
		this.beanFactory = beanFactory;
		this.contextPath = contextPath;
	}

	@Override
	public Collection<String> get() {
		if (this.beanFactory.getBeanNamesForType(ServerEndpointExporter.class, true, false).length == 0) {
			return Stream.<String>empty().toList();
		}
		Stream<String> annotated = Arrays.stream(this.beanFactory.getBeanNamesForAnnotation(ServerEndpoint.class))
			.flatMap((name) -> Stream.ofNullable(this.beanFactory.findAnnotationOnBean(name, ServerEndpoint.class)))
			.map(ServerEndpoint::value);
		Stream<String> configured = this.beanFactory.getBeansOfType(ServerEndpointConfig.class)
			.values()
			.stream()
			.map(ServerEndpointConfig::getPath);
		return Stream.concat(annotated, configured)
			.filter(WebSocketPaths::isLiteral)
			.map((path) -> WebSocketPaths.join(this.contextPath, path))
			.distinct()
			.toList();
	}

}
