package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.groundwork.websocket.BoundServer;
import dev.groundwork.websocket.JavaWebSocketBoundServer;
import org.java_websocket.server.WebSocketServer;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The servers made with Java-WebSocket that are beans and that no {@link BoundServer}
 * stands for, each under the name of its bean. Their path is not known.
 */
final class UnclaimedJavaWebSocketServers implements BoundServers, DisposableBean {

	private final ListableBeanFactory beanFactory;

	private final List<JavaWebSocketBoundServer> adapted = new ArrayList<>();

	UnclaimedJavaWebSocketServers(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public List<BoundServer> get() {
		Set<WebSocketServer> claimed = this.beanFactory.getBeansOfType(BoundServer.class)
			.values()
			.stream()
			.filter(JavaWebSocketBoundServer.class::isInstance)
			.map((server) -> ((JavaWebSocketBoundServer) server).getServer())
			.collect(Collectors.toSet());
		Map<String, WebSocketServer> servers = this.beanFactory.getBeansOfType(WebSocketServer.class);
		servers.values().removeIf((server) -> server instanceof BoundServer || claimed.contains(server));
		servers.forEach((name, server) -> this.adapted.add(JavaWebSocketBoundServer.of(name, null, server)));
		return List.copyOf(this.adapted);
	}

	@Override
	public void destroy() {
		this.adapted.forEach(JavaWebSocketBoundServer::close);
	}

}
