package dev.groundwork.elasticsearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.sun.net.httpserver.HttpServer;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ElasticsearchHttp} where something else than Elasticsearch answers.
 */
class ForeignServerTests {

	private static final String PRODUCT = "X-Elastic-Product: Elasticsearch";

	private HttpServer server;

	private ElasticsearchHttp http;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.start();
		this.http = new ElasticsearchHttp(
				Rest5Client.builder(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort())).build());
	}

	@AfterEach
	void stop() throws IOException {
		this.http.close();
		this.server.stop(0);
	}

	@ParameterizedTest
	@CsvSource({ "200, <html>Welcome to nginx!</html>, PERMANENT, something else than Elasticsearch answers",
			"404, 404 page not found, PERMANENT, something else than Elasticsearch answers",
			"401, <html>Sign in</html>, PERMANENT, something else than Elasticsearch answers",
			"502, <html>502 Bad Gateway</html>, TRANSIENT, a proxy in between cannot reach Elasticsearch",
			"503, no healthy upstream, TRANSIENT, a proxy in between cannot reach Elasticsearch",
			"504, upstream request timeout, TRANSIENT, a proxy in between cannot reach Elasticsearch" })
	void pageIsNotTakenForAnAnswerOfElasticsearch(int status, String body, FailureKind kind, String cause) {
		answer(status, body);
		Diagnosis diagnosis = refused();
		assertThat(diagnosis.kind()).isEqualTo(kind);
		assertThat(diagnosis.cause()).isEqualTo(cause);
		assertThat(diagnosis.evidence()).startsWith("HTTP " + status).doesNotContain("<");
	}

	@Test
	void redirectToALoginPageIsRefused() {
		answer("/", 307, new byte[0],
				"Location: http://127.0.0.1:%d/login".formatted(this.server.getAddress().getPort()));
		answer("/login", 200, "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
		assertThat(refused().evidence()).isEqualTo("HTTP 200: Sign in");
	}

	@Test
	void otherProductIsRefused() {
		answer(200, "{\"version\":{\"distribution\":\"opensearch\"}}");
		assertThat(refused().cause()).contains("does not say that it is Elasticsearch");
	}

	@Test
	void answerThatIsCompressedIsRead() throws IOException {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
			gzip.write("{\"acknowledged\":true}".getBytes(StandardCharsets.UTF_8));
		}
		answer("/", 200, compressed.toByteArray(), PRODUCT, "Content-Encoding: gzip");
		assertThat(this.http.get("/", Map.of()).json()).containsEntry("acknowledged", true);
	}

	@Test
	void refusalOfElasticsearchNeedsNoHeader() {
		answer(403, "{\"error\":{\"type\":\"security_exception\",\"reason\":\"no\"},\"status\":403}");
		assertThat(this.http.diagnoses().of(this.http.get("/", Map.of())).cause()).isEqualTo("a privilege is missing");
	}

	private Diagnosis refused() {
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, () -> this.http.get("/", Map.of()));
		assertThat(failure).isNotNull();
		return failure.getDiagnoses().get(0);
	}

	private void answer(int status, String body, String... headers) {
		answer("/", status, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	private void answer(String path, int status, byte[] body, String... headers) {
		this.server.createContext(path, (exchange) -> {
			for (String header : headers) {
				String[] parts = header.split(": ", 2);
				exchange.getResponseHeaders().add(parts[0], parts[1]);
			}
			exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

}
