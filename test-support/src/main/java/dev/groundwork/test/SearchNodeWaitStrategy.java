package dev.groundwork.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Waits until Elasticsearch has done something over HTTP.
 */
final class SearchNodeWaitStrategy extends ServerWaitStrategy {

	private static final int HTTP_PORT = 9200;

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final NodeUse use;

	SearchNodeWaitStrategy(String what, NodeUse use) {
		super(what);
		this.use = use;
	}

	@Override
	void ask() throws Exception {
		this.use.of(this);
	}

	/**
	 * Send a request that has to succeed.
	 * @param method the method
	 * @param path path and query
	 * @return the body of the answer
	 * @throws IOException if it does not succeed in time
	 * @throws InterruptedException if the thread is interrupted
	 */
	String request(String method, String path) throws IOException, InterruptedException {
		URI address = URI.create("http://%s:%d%s".formatted(this.waitStrategyTarget.getHost(),
				this.waitStrategyTarget.getMappedPort(HTTP_PORT), path));
		HttpResponse<String> answer = this.http.send(
				HttpRequest.newBuilder(address).timeout(TIMEOUT).method(method, BodyPublishers.noBody()).build(),
				BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IOException("%s %s: %d".formatted(method, path, answer.statusCode()));
		}
		return answer.body();
	}

	/**
	 * One use of a node.
	 */
	@FunctionalInterface
	interface NodeUse {

		void of(SearchNodeWaitStrategy node) throws IOException, InterruptedException;

	}

}
