package dev.groundwork.compatibility;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.jayway.jsonpath.JsonPath;
import dev.groundwork.test.ServiceProbe;

import org.springframework.context.ApplicationContext;

/**
 * The Actuator of an application.
 *
 * @param address the address of the endpoints
 */
record Actuator(URI address) {

	private static final HttpClient http = HttpClient.newHttpClient();

	static Actuator at(int port) {
		return new Actuator(URI.create("http://localhost:%d/actuator".formatted(port)));
	}

	static Actuator of(ApplicationContext context, String port) {
		return at(context.getEnvironment().getRequiredProperty(port, Integer.class));
	}

	static Actuator of(ApplicationContext context) {
		return of(context, "local.server.port");
	}

	Actuator awaitReady() {
		new ServiceProbe(this.address).awaitReady(Jvm.LONGEST_RUN);
		return this;
	}

	int status(String path) {
		return get(path).statusCode();
	}

	<T> T read(String path, String jsonPath) {
		return JsonPath.read(get(path).body(), jsonPath);
	}

	Set<String> readinessMembers() {
		return this.<Map<String, Object>>read("/health/readiness", "$.components").keySet();
	}

	Set<String> gates() {
		return this.<Map<String, Object>>read("/health/readiness", "$.components.groundwork.components").keySet();
	}

	List<String> provisioned() {
		return read("/groundwork", "$.backEnds[*].resources[*].name");
	}

	List<String> threads() {
		return read("/threaddump", "$.threads[*].threadName");
	}

	private HttpResponse<String> get(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Accept", "application/json")
			.timeout(Duration.ofSeconds(10))
			.build();
		try {
			return http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError("No answer from " + request.uri(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
