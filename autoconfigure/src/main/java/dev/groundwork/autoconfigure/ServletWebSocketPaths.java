package dev.groundwork.autoconfigure;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;

/**
 * {@link WebSocketPaths} of the handlers of Spring MVC. SockJS answers a plain upgrade
 * below its own path.
 */
final class ServletWebSocketPaths implements WebSocketPaths {

	private static final String BELOW = "/**";

	private final ObjectProvider<HandlerMapping> mappings;

	private final String prefix;

	ServletWebSocketPaths(ObjectProvider<HandlerMapping> mappings, String contextPath, String servletPath) {
		this.mappings = mappings;
		this.prefix = WebSocketPaths.join(contextPath, servletPath);
	}

	@Override
	public Collection<String> get() {
		return this.mappings.orderedStream()
			.filter(AbstractUrlHandlerMapping.class::isInstance)
			.flatMap((mapping) -> ((AbstractUrlHandlerMapping) mapping).getHandlerMap().entrySet().stream())
			.flatMap((entry) -> Stream.ofNullable(path(entry)))
			.filter(WebSocketPaths::isLiteral)
			.map((path) -> WebSocketPaths.join(this.prefix, path))
			.distinct()
			.toList();
	}

	private static @Nullable String path(Map.Entry<String, Object> entry) {
		String path = entry.getKey();
		if (entry.getValue() instanceof SockJsHttpRequestHandler && path.endsWith(BELOW)) {
			return path.substring(0, path.length() - BELOW.length()) + "/websocket";
		}
		return (entry.getValue() instanceof WebSocketHttpRequestHandler) ? path : null;
	}

}
