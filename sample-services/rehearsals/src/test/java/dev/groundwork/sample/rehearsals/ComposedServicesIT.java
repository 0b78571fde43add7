package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What {@code docker-compose.yml} has brought up, used by a stranger: through the
 * gateway, and by nothing else.
 */
@EnabledIfEnvironmentVariable(named = ComposedServicesIT.GATEWAY, matches = ".+",
		disabledReason = "dev/verify-containers runs it, with docker-compose.yml up")
class ComposedServicesIT {

	static final String GATEWAY = "GROUNDWORK_GATEWAY";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Test
	void documentIsCreatedEditedAndFoundAsItIsNow() {
		String token = signIn();
		String word = "word" + UUID.randomUUID().toString().replace("-", "");
		HttpResponse<String> created = send(token, "POST", "/api/documents",
				"{\"title\":\"Draft\",\"body\":\"no news\",\"author\":\"ann\"}");
		assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
		String id = JsonPath.read(created.body(), "$.id");
		HttpResponse<String> edited = send(token, "PUT", "/api/documents/" + id,
				"{\"version\":1,\"title\":\"Final\",\"body\":\"%s\",\"author\":\"ann\"}".formatted(word));
		assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(titlesFound(token, word)).containsExactly("Final"));
	}

	@Test
	void nobodyReadsDocumentsWithoutAToken() {
		assertThat(send("none", "GET", "/api/documents", "").statusCode()).isEqualTo(401);
	}

	private String signIn() {
		HttpResponse<String> answer = send("", "POST", "/auth/tokens",
				"{\"name\":\"ann\",\"password\":\"%s\"}".formatted(environment("GROUNDWORK_GATEWAY_PASSWORD")));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonPath.read(answer.body(), "$.token");
	}

	private List<String> titlesFound(String token, String word) {
		String query = URLEncoder.encode(word, StandardCharsets.UTF_8);
		return JsonPath.read(send(token, "GET", "/api/search?q=" + query, "").body(), "$.matches[*].title");
	}

	private HttpResponse<String> send(String token, String method, String path, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(environment(GATEWAY) + path))
			.header("Content-Type", "application/json")
			.timeout(Duration.ofSeconds(20))
			.method(method, BodyPublishers.ofString(body));
		if (!token.isEmpty()) {
			request.header("Authorization", "Bearer " + token);
		}
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(method + " " + path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String environment(String name) {
		return Objects.requireNonNull(System.getenv(name), name);
	}

}
