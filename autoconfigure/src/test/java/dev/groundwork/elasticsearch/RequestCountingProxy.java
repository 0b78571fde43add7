package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands before a server, writes down what it is asked and adds a delay to each answer.
 */
final class RequestCountingProxy implements AutoCloseable {

	static {
		// Else every answer waits 40 ms for an acknowledgement
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);

	private final HttpServer server;

	private final URI target;

	private final UnaryOperator<Answer> change;

	RequestCountingProxy(URI target, Duration delay) {
		this(target, delay, UnaryOperator.identity());
	}

	RequestCountingProxy(URI target, Duration delay, UnaryOperator<Answer> change) {
		this.target = target;
		this.change = change;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/", this::forward);
		this.server
			.setExecutor((exchange) -> this.executor.schedule(exchange, delay.toMillis(), TimeUnit.MILLISECONDS));
		this.server.start();
	}

	URI getUri() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	List<String> requests() {
		return this.requests;
	}

	private void forward(HttpExchange exchange) throws IOException {
		try (exchange) {
			String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
			this.requests.add(request);
			Answer answer = this.change.apply(new Answer(request, send(exchange)));
			exchange.getResponseHeaders().set("Content-Type", answer.contentType());
			exchange.getResponseHeaders().set("X-elastic-product", "Elasticsearch");
			boolean empty = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
			exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
			if (!empty) {
				exchange.getResponseBody().write(answer.body());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private HttpResponse<byte[]> send(HttpExchange exchange) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.target.resolve(exchange.getRequestURI()))
			.timeout(Duration.ofSeconds(20))
			.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
		for (String header : List.of("Content-Type", "Accept")) {
			String value = exchange.getRequestHeaders().getFirst(header);
			if (value != null) {
				request.setHeader(header, value);
			}
		}
		return this.client.send(request.build(), BodyHandlers.ofByteArray());
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/**
	 * What the server answers.
	 *
	 * @param request the method and the address
	 * @param status the status
	 * @param contentType the type of the body
	 * @param body the body
	 */
	record Answer(String request, int status, String contentType, byte[] body) {

		Answer(String request, HttpResponse<byte[]> response) {
			this(request, response.statusCode(),
					response.headers().firstValue("Content-Type").orElse("application/json"), response.body());
		}

	}

}
