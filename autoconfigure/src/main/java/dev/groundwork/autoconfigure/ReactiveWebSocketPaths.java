package dev.groundwork.autoconfigure;

import java.util.Collection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;

/**
 * {@link WebSocketPaths} of the handlers of Spring WebFlux.
 */
final class ReactiveWebSocketPaths implements WebSocketPaths {

	private final ObjectProvider<HandlerMapping> mappings;

	private final String basePath;

	ReactiveWebSocketPaths(ObjectProvider<HandlerMapping> mappings, String basePath) {
		this.mappings = mappings;
		this.basePath = basePath;
	}

	@Override
	public Collection<String> get() {
		return this.mappings.orderedStream()
			.filter(AbstractUrlHandlerMapping.class::isInstance)
			.flatMap((mapping) -> ((AbstractUrlHandlerMapping) mapping).getHandlerMap().entrySet().stream())
			.filter((entry) -> entry.getValue() instanceof WebSocketHandler)
			.map((entry) -> entry.getKey().getPatternString())
			.filter(WebSocketPaths::isLiteral)
			.map((path) -> WebSocketPaths.join(this.basePath, path))
			.distinct()
			.toList();
	}

}
