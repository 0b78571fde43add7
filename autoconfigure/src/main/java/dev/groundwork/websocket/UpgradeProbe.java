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
		URI uri = URI.create("%s://%s:%d%s".formatted(server.isSecure() ? "wss" : "ws", host(address),
				address.getPort(), server.getPath()));
		try {
			WebSocket webSocket = this.client.newWebSocketBuilder()
				.connectTimeout(TIMEOUT)
				.buildAsync(uri, new WebSocket.Listener() {
				})
				.orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
				.join();
			webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "groundwork").orTimeout(1, TimeUnit.SECONDS);
			return "101 at " + uri;
		}
		catch (CompletionException ex) {
			int status = status(ex.getCause());
			// A server that asks who we are has bound its port and mapped the path
			if (isProtected(status)) {
				return "%d at %s".formatted(status, uri);
			}
			throw new DiagnosedException(notUpgraded(uri, status, ex.getCause()), ex.getCause());
		}
	}

	private static boolean isProtected(int status) {
		return PROTECTED.contains(status);
	}

	private static int status(@Nullable Throwable failure) {
		return (failure instanceof WebSocketHandshakeException handshake) ? handshake.getResponse().statusCode() : -1;
	}

	private static Diagnosis notUpgraded(URI uri, int status, @Nullable Throwable failure) {
		String cause = (status > 0) ? "answered with %d instead of 101".formatted(status) : "no answer";
		return new Diagnosis(FailureKind.TRANSIENT, "WebSocket upgrade at " + uri, cause, String.valueOf(failure),
				"Check the path of the endpoint and that its handler is registered.");
	}

	private static String host(InetSocketAddress address) {
		InetAddress bound = address.getAddress();
		if (bound == null || bound.isAnyLocalAddress()) {
			return "127.0.0.1";
		}
		String host = bound.getHostAddress();
		return host.contains(":") ? "[" + host + "]" : host;
	}

}
