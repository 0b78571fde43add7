package dev.groundwork.websocket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;

/**
 * Tells {@link OpenSessions} of the sessions of Spring MVC's WebSocket handlers, also
 * those of STOMP: Spring tells them only when the web server has stopped.
 *
 * @since 0.1.0
 */
public final class ServletSessionTracking implements InstantiationAwareBeanPostProcessor {

	private final Supplier<OpenSessions> sessions;

	/**
	 * Create a new {@link ServletSessionTracking} instance.
	 * @param sessions what to tell
	 */
	public ServletSessionTracking(Supplier<OpenSessions> sessions) {
		this.sessions = sessions;
	}

	/**
	 * Replace the handlers of a mapping, which is last possible before it registers them.
	 */
	@Override
	public boolean postProcessAfterInstantiation(Object bean, String beanName) {
		if (bean instanceof WebSocketHandlerMapping mapping) {
			Map<String, Object> tracked = new LinkedHashMap<>();
			mapping.getUrlMap().forEach((path, handler) -> tracked.put(path, tracked(handler)));
			mapping.setUrlMap(tracked);
		}
		return true;
	}

	private Object tracked(Object handler) {
		if (handler.getClass() == WebSocketHttpRequestHandler.class) {
			WebSocketHttpRequestHandler plain = (WebSocketHttpRequestHandler) handler;
			WebSocketHttpRequestHandler replacement = new WebSocketHttpRequestHandler(
					new Tracked(plain.getWebSocketHandler()), plain.getHandshakeHandler());
			replacement.setHandshakeInterceptors(plain.getHandshakeInterceptors());
			return replacement;
		}
		if (handler.getClass() == SockJsHttpRequestHandler.class) {
			SockJsHttpRequestHandler sockJs = (SockJsHttpRequestHandler) handler;
			return new SockJsHttpRequestHandler(sockJs.getSockJsService(), new Tracked(sockJs.getWebSocketHandler()));
		}
		return handler;
	}

	/**
	 * A handler whose sessions are known.
	 */
	private final class Tracked extends WebSocketHandlerDecorator {

		Tracked(WebSocketHandler delegate) {
			super(delegate);
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession session) throws Exception {
			ServletSessionTracking.this.sessions.get().opened(session.getId(), () -> {
				session.close(CloseStatus.GOING_AWAY);
				return null;
			});
			super.afterConnectionEstablished(session);
		}

		@Override
		public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
			ServletSessionTracking.this.sessions.get().closed(session.getId());
			super.afterConnectionClosed(session, status);
		}

	}

}
