package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * A WebSocket server that tells when it is really bound. Define a bean of this type for
 * each server that listens on a port of its own.
 *
 * @since 0.1.0
 */
public interface BoundServer {

	/**
	 * Return the name of the server, under which its gate appears.
	 * @return a name that is unique among the servers of the application
	 */
	String getName();

	/**
	 * Return the address to which the server is bound, with the real port. Completes when
	 * the port is bound, exceptionally when the bind failed. Asked once; may complete on
	 * any thread.
	 * @return the bound address
	 */
	CompletionStage<InetSocketAddress> getBoundAddress();

	/**
	 * Return the port that the server is told to bind, to name its owner if it is taken.
	 * @return the port, 0 if it is any free one or not known
	 */
	default int getPort() {
		return 0;
	}

	/**
	 * Return the path on which the server answers a WebSocket upgrade.
	 * @return the path, starting with a slash, or {@code null} if it is not known: any
	 * answer to an upgrade will do then
	 */
	default @Nullable String getPath() {
		return "/";
	}

	/**
	 * Return whether the server speaks TLS.
	 * @return whether an upgrade is asked for with {@code wss}
	 */
	default boolean isSecure() {
		return false;
	}

	/**
	 * Return the stage that completes when the server, once bound, listens no more.
	 * Without it that is noticed by a connection to the port from time to time. Asked
	 * once; may complete on any thread.
	 * @return the end of the server, never complete if the server does not tell
	 */
	default CompletionStage<?> getTermination() {
		return new CompletableFuture<Void>();
	}

	/**
	 * Create a server from what is known about it.
	 * @param name the name of the server
	 * @param path the path on which it answers a WebSocket upgrade, or {@code null} if it
	 * is not known
	 * @param boundAddress completes with the address when the server is bound
	 * @return the server
	 */
	static BoundServer of(String name, @Nullable String path, CompletionStage<InetSocketAddress> boundAddress) {
		return of(name, path, boundAddress, new CompletableFuture<Void>());
	}

	/**
	 * Create a server from what is known about it.
	 * @param name the name of the server
	 * @param path the path on which it answers a WebSocket upgrade, or {@code null} if it
	 * is not known
	 * @param boundAddress completes with the address when the server is bound
	 * @param termination completes when the server listens no more
	 * @return the server
	 */
	static BoundServer of(String name, @Nullable String path, CompletionStage<InetSocketAddress> boundAddress,
			CompletionStage<?> termination) {
		return new SimpleBoundServer(name, path, boundAddress, termination);
	}

}
