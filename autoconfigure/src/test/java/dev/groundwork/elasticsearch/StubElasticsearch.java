package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers as the documentation of Elasticsearch says, for what the server of the
 * integration tests does not have.
 */
final class StubElasticsearch implements AutoCloseable {

	private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile CountDownLatch awaited = new CountDownLatch(0);

	StubElasticsearch() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	/**
	 * Answer a request. The last answer to a request is given again and again.
	 * @param request the method and the path without parameters
	 * @param status the status
	 * @param body the body
	 * @return this
	 */
	StubElasticsearch on(String request, int status, String body) {
		this.replies.computeIfAbsent(request, (key) -> new ArrayDeque<>()).add(new Reply(status, body));
		return this;
	}

	/**
	 * Answer no request before the given number of them have arrived.
	 * @param count the number
	 * @return this
	 */
	StubElasticsearch whenTogether(int count) {
		this.awaited = new CountDownLatch(count);
		return this;
	}

	URI getUri() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	List<String> requests() {
		return this.requests;
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.awaited.countDown();
		try {
			this.awaited.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		answerNow(exchange);
	}

	private synchronized void answerNow(HttpExchange exchange) throws IOException {
		try (exchange) {
			String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.requests.add(body.isEmpty() ? request : request + " " + body);
			Deque<Reply> replies = this.replies.getOrDefault(request, new ArrayDeque<>());
			Reply reply = (replies.size() > 1) ? replies.poll() : replies.peek();
			if (reply == null) {
				reply = new Reply(404, "{}");
			}
			byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
			exchange.sendResponseHeaders(reply.status(), answer.length);
			exchange.getResponseBody().write(answer);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
