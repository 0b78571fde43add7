package dev.groundwork.websocket;

import java.util.List;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.WebSocketHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells {@link OpenSessions} of the sessions of Spring WebFlux's WebSocket handlers.
 *
 * @since 0.1.0
 */
public final class ReactiveSessionTracking implements BeanPostProcessor {

	private final Supplier<OpenSessions> sessions;

	/**
	 * Create a new {@link ReactiveSessionTracking} instance.
	 * @param sessions what to tell
	 */
	public ReactiveSessionTracking(Supplier<OpenSessions> sessions) {
		this.sessions = sessions;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean.getClass() != WebSocketHandlerAdapter.class) {
			return bean;
		}
		WebSocketHandlerAdapter adapter = (WebSocketHandlerAdapter) bean;
		WebSocketHandlerAdapter replacement = new WebSocketHandlerAdapter(
				new TrackingService(adapter.getWebSocketService()));
		replacement.setOrder(adapter.getOrder());
		return replacement;
	}

	/**
	 * A service whose sessions are known.
	 */
	private final class TrackingService implements WebSocketService {

		private final WebSocketService service;

		TrackingService(WebSocketService service) {
			this.service = service;
		}

		@Override
		public Mono<Void> handleRequest(ServerWebExchange exchange, WebSocketHandler handler) {
			return this.service.handleRequest(exchange, new Tracked(handler));
		}

	}

	/**
	 * A handler whose sessions are known.
	 */
	private final class Tracked implements WebSocketHandler {

		private final WebSocketHandler handler;

		Tracked(WebSocketHandler handler) {
			this.handler = handler;
		}

		@Override
		public List<String> getSubProtocols() {
			return this.handler.getSubProtocols();
		}

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			OpenSessions open = ReactiveSessionTracking.this.sessions.get();
			open.opened(session.getId(), () -> session.close(CloseStatus.GOING_AWAY).toFuture().get());
			return this.handler.handle(session).doFinally((signal) -> open.closed(session.getId()));
		}

	}

}
