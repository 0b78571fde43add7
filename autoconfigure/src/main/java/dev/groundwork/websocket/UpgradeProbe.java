package dev.groundwork.websocket;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.diagnosis.OwnCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server for a WebSocket upgrade, as a client would.
 */
final class UpgradeProbe {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	/**
	 * Answers of a server that asks who we are, be it by a redirect to its login.
	 */
	private static final Set<Integer> PROTECTED = Set.of(302, 303, 307, 401, 403);

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(TIMEOUT)
		.sslContext(OwnCertificate.trust())
		.build();

	/**
	 * Ask for an upgrade.
	 * @param address where the server is bound
	 * @param server the server
	 * @return what the server answered
	 * @throws DiagnosedException if the server does not answer an upgrade
	 */
	String upgrade(InetSocketAddress address, BoundServer server) {
		String path = server.getPath();
		URI uri = uri(address, server.isSecure(), (path != null) ? path : "/");
		try {
			WebSocket webSocket = open(uri);
			webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "groundwork").orTimeout(1, TimeUnit.SECONDS);
			return "101 at " + uri;
		}
		catch (CompletionException ex) {
			int status = status(ex.getCause());
			// A server that asks who we are has bound its port and mapped the path
			if (PROTECTED.contains(status) || (path == null && status > 0)) {
				return "%d at %s".formatted(status, uri);
			}
			throw new DiagnosedException(notUpgraded(uri, status, ex.getCause()), ex.getCause());
		}
	}

	/**
	 * Open a WebSocket connection.
	 * @param uri the address
	 * @return the connection
	 * @throws CompletionException if there is none in time
	 */
	WebSocket open(URI uri) {
		return this.client.newWebSocketBuilder().connectTimeout(TIMEOUT).buildAsync(uri, new WebSocket.Listener() {
		}).orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	static URI uri(InetSocketAddress address, boolean secure, String path) {
		InetSocketAddress reachable = reachable(address);
		String host = reachable.getAddress().getHostAddress();
		return URI.create("%s://%s:%d%s".formatted(secure ? "wss" : "ws", host.contains(":") ? "[" + host + "]" : host,
				reachable.getPort(), path));
	}

	/**
	 * Return where this process reaches a server that is bound to the given address.
	 * @param bound the address
	 * @return the loopback address for a server that is bound to all
	 */
	static InetSocketAddress reachable(InetSocketAddress bound) {
		InetAddress address = bound.getAddress();
		return (address == null || address.isAnyLocalAddress()) ? new InetSocketAddress("127.0.0.1", bound.getPort())
				: bound;
	}

	/**
	 * Return the status of a server that answered something else than an upgrade.
	 * @param failure why there is no connection
	 * @return the status, -1 if there was no answer
	 */
	static int status(@Nullable Throwable failure) {
		return (failure instanceof WebSocketHandshakeException handshake) ? handshake.getResponse().statusCode() : -1;
	}

	private static Diagnosis notUpgraded(URI uri, int status, @Nullable Throwable failure) {
		String cause = (status > 0) ? "answered with %d instead of 101".formatted(status) : "no answer";
		return new Diagnosis(FailureKind.TRANSIENT, "WebSocket upgrade at " + uri, cause, String.valueOf(failure),
				"Check the path of the endpoint and that its handler is registered.");
	}

}
