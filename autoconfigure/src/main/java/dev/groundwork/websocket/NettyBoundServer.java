package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import org.jspecify.annotations.Nullable;

/**
 * {@link BoundServer} for a server made with Netty.
 *
 * @since 0.1.0
 */
public final class NettyBoundServer {

	private NettyBoundServer() {
	}

	/**
	 * Create a server from the future that a bind returns.
	 * @param name the name of the server
	 * @param path the path on which it answers a WebSocket upgrade, or {@code null} if it
	 * is not known
	 * @param bind what {@code ServerBootstrap.bind} returned; need not be done
	 * @return the server
	 */
	public static BoundServer of(String name, @Nullable String path, ChannelFuture bind) {
		CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();
		FutureListener<Void> complete = (future) -> complete(bound, bind, future);
		bind.addListener(complete);
		CompletableFuture<Void> termination = new CompletableFuture<>();
		FutureListener<Void> end = (future) -> termination.complete(null);
		bind.channel().closeFuture().addListener(end);
		return BoundServer.of(name, path, bound, termination);
	}

	private static void complete(CompletableFuture<InetSocketAddress> bound, ChannelFuture bind, Future<?> future) {
		if (future.isSuccess()) {
			bound.complete((InetSocketAddress) bind.channel().localAddress());
		}
		else {
			bound.completeExceptionally(future.cause());
		}
	}

}
