package dev.groundwork.readiness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * {@link DependencyCheck} of a server that answers over HTTP. Follows no redirect.
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
		HttpResponse<Void> response = this.client.send(this.request, BodyHandlers.discarding());
		int status = response.statusCode();
		if (isExpected(status)) {
			return List.of();
		}
		FailureKind kind = (status == TOO_MANY_REQUESTS) ? FailureKind.BLOCKED : FailureKind.TRANSIENT;
		return List.of(new Diagnosis(kind, subject(), "answered with HTTP %d".formatted(status),
				"expected %s".formatted(this.expected.isEmpty() ? "2xx or 3xx" : this.expected),
				"See the server's log, or name what is expected: groundwork.readiness.dependencies.%s.expected-status"
					.formatted(this.name)));
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
