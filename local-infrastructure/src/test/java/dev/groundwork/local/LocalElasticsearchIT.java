package dev.groundwork.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Integration tests for {@link LocalElasticsearch}.
 */
class LocalElasticsearchIT {

	private static final LocalElasticsearch elasticsearch = LocalInfrastructure.elasticsearch();

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		elasticsearch.start();
	}

	@AfterAll
	static void close() {
		elasticsearch.close();
	}

	@Test
	void rootTellsTheVersion() throws Exception {
		assertThat(request(elasticsearch, "GET", "/", "")).contains("\"number\" : \"9.2.2\"");
	}

	@Test
	void documentSurvivesKillAndRestart() throws Exception {
		request(elasticsearch, "PUT", "/survivors/_doc/1", "{ \"title\": \"alive\" }");
		elasticsearch.kill();
		assertThat(elasticsearch.isRunning()).isFalse();
		elasticsearch.start();
		assertThat(request(elasticsearch, "GET", "/survivors/_doc/1", "")).contains("alive");
	}

	@Test
	void frozenNodeDoesNotAnswerAndGoesOnWhenResumed() throws Exception {
		elasticsearch.freeze();
		assertThatIOException().isThrownBy(() -> request(elasticsearch, "GET", "/", "", Duration.ofSeconds(1)))
			.isInstanceOf(HttpTimeoutException.class);
		assertThat(elasticsearch.isRunning()).isTrue();
		elasticsearch.resume();
		elasticsearch.awaitAccepting();
		assertThat(request(elasticsearch, "GET", "/", "")).contains("cluster_uuid");
	}

	@Test
	void customAnalyzerFindsItsParts() throws Exception {
		String analysis = """
				{ "tokenizer": "whitespace", "char_filter": ["html_strip"],
				  "filter": ["asciifolding", { "type": "edge_ngram", "min_gram": 2, "max_gram": 3 }],
				  "text": "<b>Caf\u00e9</b>" }
				""";
		assertThat(request(elasticsearch, "POST", "/_analyze", analysis)).contains("\"Ca\"").contains("\"Caf\"");
	}

	@Test
	void stoppedNodeStartsAgainOnTheSamePort() throws Exception {
		int port = elasticsearch.getPort();
		elasticsearch.stop();
		assertThat(elasticsearch.isRunning()).isFalse();
		elasticsearch.start();
		assertThat(elasticsearch.getUri()).hasPort(port);
		assertThat(request(elasticsearch, "GET", "/", "")).contains("cluster_uuid");
	}

	@Test
	void frozenNodeCanBeKilled() {
		elasticsearch.freeze();
		elasticsearch.kill();
		assertThat(elasticsearch.isRunning()).isFalse();
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(elasticsearch::awaitAccepting)
			.withMessageContaining("'%s' does not run", elasticsearch.getName());
		elasticsearch.start();
	}

	@Test
	void waitingForANodeThatIsKilledEndsAtOnce() {
		try (LocalElasticsearch second = LocalInfrastructure.elasticsearch()) {
			second.launch();
			CompletableFuture<Void> waiting = CompletableFuture.runAsync(second::awaitAccepting);
			second.kill();
			assertThat(waiting).failsWithin(Duration.ofSeconds(10))
				.withThrowableOfType(ExecutionException.class)
				.havingCause()
				.isInstanceOf(LocalServerException.class);
		}
	}

	@Test
	void closedNodeLeavesNothingAndCannotBeStarted() {
		LocalElasticsearch closed = LocalInfrastructure.elasticsearch();
		closed.close();
		closed.close();
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(closed::start)
			.withMessage("'%s' is closed: create another", closed.getName());
	}

	@Test
	void secondNodeRunsBesideTheFirst() throws Exception {
		try (LocalElasticsearch second = LocalInfrastructure.elasticsearch()) {
			second.start();
			request(second, "PUT", "/only-in-second", "{}");
			assertThat(request(elasticsearch, "GET", "/_cat/indices", "")).doesNotContain("only-in-second");
		}
	}

	private String request(LocalElasticsearch server, String method, String path, String body)
			throws IOException, InterruptedException {
		return request(server, method, path, body, Duration.ofSeconds(30));
	}

	private String request(LocalElasticsearch server, String method, String path, String body, Duration timeout)
			throws IOException, InterruptedException {
		URI uri = server.getUri().resolve(path);
		HttpRequest request = HttpRequest.newBuilder(uri)
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.header("Content-Type", "application/json")
			.timeout(timeout)
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

}
