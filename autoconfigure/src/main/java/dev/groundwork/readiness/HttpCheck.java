package dev.groundwork.readiness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * {@link DependencyCheck} of a server that answers over HTTP. Follows no redirect. The
 * health endpoint of a Spring Boot application may say that it is degraded.
 */
final class HttpCheck implements DependencyCheck {

	private static final int FIRST_SUCCESS = 200;

	private static final int FIRST_ERROR = 400;

	private static final int TOO_MANY_REQUESTS = 429;

	private final String name;

	private final Set<Integer> expected;

	private final HttpRequest request;

	private final HttpClient client;

	HttpCheck(String name, URI uri, Set<Integer> expected, Duration timeout) {
		this.name = name;
		this.expected = Set.copyOf(expected);
		this.request = HttpRequest.newBuilder(uri).timeout(timeout).build();
		this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public List<Diagnosis> check() throws IOException, InterruptedException {
		HttpResponse<HealthAnswer> response = this.client.send(this.request, HttpCheck::health);
		int status = response.statusCode();
		if (isExpected(status)) {
			return response.body().isDegraded() ? List.of(degraded(response.body().degraded())) : List.of();
		}
		FailureKind kind = (status == TOO_MANY_REQUESTS) ? FailureKind.BLOCKED : FailureKind.TRANSIENT;
		return List.of(new Diagnosis(kind, subject(), "answered with HTTP %d".formatted(status),
				"expected %s".formatted(this.expected.isEmpty() ? "2xx or 3xx" : this.expected),
				"See the server's log, or name what is expected: groundwork.readiness.dependencies.%s.expected-status"
					.formatted(this.name)));
	}

	private static BodySubscriber<HealthAnswer> health(ResponseInfo response) {
		String contentType = response.headers().firstValue("Content-Type").orElse("");
		return HealthAnswer.isSaidToBeIn(contentType)
				? BodySubscribers.mapping(BodySubscribers.ofString(StandardCharsets.UTF_8), HealthAnswer::parse)
				: BodySubscribers.replacing(HealthAnswer.NONE);
	}

	private Diagnosis degraded(List<String> components) {
		return new Diagnosis(FailureKind.BLOCKED, subject(), "is DEGRADED",
				components.isEmpty() ? "it does not show what is degraded there" : String.join(", ", components),
				"See the start-up page of that service, or its log.");
	}

	private boolean isExpected(int status) {
		return this.expected.isEmpty() ? status >= FIRST_SUCCESS && status < FIRST_ERROR
				: this.expected.contains(status);
	}

	private String subject() {
		// Neither the user nor the query: both may hold a secret
		URI uri = this.request.uri();
		String port = (uri.getPort() > 0) ? ":" + uri.getPort() : "";
		return "%s://%s%s%s".formatted(uri.getScheme(), uri.getHost(), port, uri.getPath());
	}

}
