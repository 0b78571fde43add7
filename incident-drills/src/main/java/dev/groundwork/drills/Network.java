package dev.groundwork.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The network of a service, as an HTTP proxy: one host is in it, known by its name.
 * Whatever else is asked for is not reachable, and no packet leaves this machine.
 */
final class Network {

	static final String HOST = "ollama";

	private static final int OK = 200;

	private static final int BAD_GATEWAY = 502;

	private static final String MODELS = """
			{"models":[]}""";

	private final HttpServer proxy;

	private final AtomicInteger unknown = new AtomicInteger();

	private Network(HttpServer proxy) {
		this.proxy = proxy;
	}

	static Network of(Stage stage) {
		try {
			HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			Network network = new Network(proxy);
			proxy.createContext("/", network::answer);
			proxy.start();
			return stage.closing(network, () -> proxy.stop(0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.proxy.getAddress().getPort();
	}

	/**
	 * Return how often a host was asked for that is not in the network.
	 * @return the number of requests
	 */
	int unknown() {
		return this.unknown.get();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			if (HOST.equals(exchange.getRequestURI().getHost())) {
				byte[] body = MODELS.getBytes(StandardCharsets.UTF_8);
				exchange.sendResponseHeaders(OK, body.length);
				exchange.getResponseBody().write(body);
			}
			else {
				this.unknown.incrementAndGet();
				exchange.sendResponseHeaders(BAD_GATEWAY, -1);
			}
		}
	}

}
