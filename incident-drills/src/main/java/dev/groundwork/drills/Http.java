package dev.groundwork.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/**
 * Asks servers of this machine, each request bounded.
 */
final class Http {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	private Http() {
	}

	static Answer get(URI uri) {
		return get(uri, PATIENCE);
	}

	static Answer get(URI uri, Duration patience) {
		return send(HttpRequest.newBuilder(uri).timeout(patience).build());
	}

	static Answer post(URI uri, String body) {
		return send(HttpRequest.newBuilder(uri)
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	static Answer put(URI uri, String user, String password, String body) {
		String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
		return send(HttpRequest.newBuilder(uri)
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.header("Authorization", "Basic " + credentials)
			.PUT(BodyPublishers.ofString(body))
			.build());
	}

	private static Answer send(HttpRequest request) {
		try {
			HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			return Answer.none();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while asking " + request.uri(), ex);
		}
	}

	static boolean isRefused(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return !socket.isConnected();
		}
		catch (ConnectException ex) {
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
