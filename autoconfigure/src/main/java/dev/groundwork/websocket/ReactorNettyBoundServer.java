package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;

/**
 * {@link BoundServer} for a server made with Reactor Netty.
 *
 * @since 0.1.0
 */
public final class ReactorNettyBoundServer {

	private ReactorNettyBoundServer() {
	}

	/**
	 * Create a server from what {@code bindNow} returns.
	 * @param name the name of the server
	 * @param path the path on which it answers a WebSocket upgrade, or {@code null} if it
	 * is not known
	 * @param server the server, which is bound
	 * @return the server
	 */
	public static BoundServer of(String name, @Nullable String path, DisposableServer server) {
		return of(name, path, CompletableFuture.completedFuture(server));
	}

	/**
	 * Create a server from what {@code bind} returns, and bind it.
	 * @param name the name of the server
	 * @param path the path on which it answers a WebSocket upgrade, or {@code null} if it
	 * is not known
	 * @param bind the bind; subscribed to once
	 * @return the server
	 */
	public static BoundServer of(String name, @Nullable String path, Mono<? extends DisposableServer> bind) {
		return of(name, path, bind.<DisposableServer>map((server) -> server).toFuture());
	}

	private static BoundServer of(String name, @Nullable String path, CompletableFuture<DisposableServer> bind) {
		CompletableFuture<InetSocketAddress> bound = bind.thenApply((server) -> (InetSocketAddress) server.address());
		CompletableFuture<Void> termination = bind.thenCompose((server) -> server.onDispose().toFuture());
		return BoundServer.of(name, path, bound, termination);
	}

}
