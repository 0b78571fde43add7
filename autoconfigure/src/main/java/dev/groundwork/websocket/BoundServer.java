package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletionStage;

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
	 * Return the path on which the server answers a WebSocket upgrade.
	 * @return the path, starting with a slash
	 */
	default String getPath() {
		return "/";
	}

	/**
	 * Return whether the server speaks TLS.
	 * @return whether an upgrade is asked for with {@code wss}
	 */
	default boolean isSecure() {
		return false;
	}

}
