package dev.groundwork.demonstration;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks JSON over HTTP to the services of this machine.
 */
final class Http {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(TIMEOUT)
		.build();

	private Http() {
	}

	static HttpClient client() {
		return CLIENT;
	}

	/**
	 * Get something.
	 * @param address the address
	 * @return the answer, empty if nobody listens there or answers in time
	 */
	static Optional<Answer> get(URI address) {
		return get(HttpRequest.newBuilder(address), address);
	}

	private static Optional<Answer> get(HttpRequest.Builder request, URI address) {
		try {
			return Optional.of(exchange(request));
		}
		catch (ConnectException | HttpTimeoutException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new DemonstrationException("GET %s: %s".formatted(address, ex.getMessage()), ex);
		}
	}

	/**
	 * Get something as somebody who is known.
	 * @param address the address
	 * @param token the token
	 * @return the answer, empty if nobody listens there or answers in time
	 */
	static Optional<Answer> get(URI address, String token) {
		return get(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token), address);
	}

	static Answer post(URI address, Object body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
		try {
			return exchange(request);
		}
		catch (IOException ex) {
			throw new DemonstrationException("POST %s: %s".formatted(address, ex.getMessage()), ex);
		}
	}

	private static Answer exchange(HttpRequest.Builder request) throws IOException {
		try {
			HttpResponse<String> response = CLIENT.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DemonstrationException("Interrupted", ex);
		}
	}

	static JsonNode json(String text) {
		return MAPPER.readTree(text);
	}

	record Answer(int status, String body) {

		JsonNode json() {
			return Http.json(this.body);
		}

		<T> T json(Class<T> type) {
			return MAPPER.readValue(this.body, type);
		}

	}

}
