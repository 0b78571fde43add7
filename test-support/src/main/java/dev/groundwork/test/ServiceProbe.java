package dev.groundwork.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.awaitility.Awaitility;

/**
 * Asks a running service what Kubernetes asks it: whether it is live and whether it is
 * ready. A service that does not answer is neither. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServiceProbe {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Duration PERIOD = Duration.ofMillis(100);

	private static final int OK = 200;

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final URI actuator;

	/**
	 * Create a new {@link ServiceProbe} instance.
	 * @param actuator the address of the Actuator endpoints, such as
	 * {@code http://localhost:8080/actuator}
	 */
	public ServiceProbe(URI actuator) {
		this.actuator = actuator;
	}

	/**
	 * Return whether the service answers its liveness probe with 200.
	 * @return whether the service is live
	 */
	public boolean isLive() {
		return status("/health/liveness") == OK;
	}

	/**
	 * Return whether the service answers its readiness probe with 200.
	 * @return whether the service is ready
	 */
	public boolean isReady() {
		return status("/health/readiness") == OK;
	}

	/**
	 * Wait until the service is live.
	 * @param atMost how long to wait
	 * @throws org.awaitility.core.ConditionTimeoutException if it is not live by then
	 */
	public void awaitLive(Duration atMost) {
		Awaitility.await("liveness of " + this.actuator).atMost(atMost).pollInterval(PERIOD).until(this::isLive);
	}

	/**
	 * Wait until the service is ready.
	 * @param atMost how long to wait
	 * @throws org.awaitility.core.ConditionTimeoutException if it is not ready by then
	 */
	public void awaitReady(Duration atMost) {
		Awaitility.await("readiness of " + this.actuator).atMost(atMost).pollInterval(PERIOD).until(this::isReady);
	}

	/**
	 * Return what the service tells about its start.
	 * @return the JSON of the {@code groundwork} endpoint, or an empty text if there is
	 * no answer
	 */
	public String report() {
		try {
			return get("/groundwork").body();
		}
		catch (IOException ex) {
			return "";
		}
	}

	URI address() {
		return this.actuator;
	}

	private int status(String path) {
		try {
			return get(path).statusCode();
		}
		catch (IOException ex) {
			return -1;
		}
	}

	private HttpResponse<String> get(String path) throws IOException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.actuator + path)).timeout(TIMEOUT).build();
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while asking " + request.uri(), ex);
		}
	}

}
