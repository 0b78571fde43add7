package dev.groundwork.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServiceProbe}.
 */
class ServiceProbeTests {

	private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

	private HttpServer server;

	private ServiceProbe probe;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.probe = new ServiceProbe(
				URI.create("http://localhost:%d/actuator".formatted(this.server.getAddress().getPort())));
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		byte[] body = path.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(this.statuses.getOrDefault(path, 404), body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Test
	void serviceThatDoesNotAnswerIsNeitherLiveNorReady() {
		this.server.stop(0);
		assertThat(this.probe.isLive()).isFalse();
		assertThat(this.probe.isReady()).isFalse();
		assertThat(this.probe.report()).isEmpty();
	}

	@Test
	void liveServiceIsNotYetReady() {
		this.statuses.put("/actuator/health/liveness", 200);
		this.statuses.put("/actuator/health/readiness", 503);
		assertThat(this.probe.isLive()).isTrue();
		assertThat(this.probe.isReady()).isFalse();
	}

	@Test
	void readinessIsAwaited() {
		this.statuses.put("/actuator/health/readiness", 200);
		this.probe.awaitReady(Duration.ofSeconds(5));
		assertThat(this.probe.isReady()).isTrue();
	}

	@Test
	void waitForServiceThatNeverBecomesReadyEndsAndNamesIt() {
		assertThatExceptionOfType(ConditionTimeoutException.class)
			.isThrownBy(() -> this.probe.awaitReady(Duration.ofMillis(300)))
			.withMessageContaining("readiness of http://localhost");
	}

	@Test
	void reportIsThatOfTheEndpoint() {
		this.statuses.put("/actuator/groundwork", 200);
		assertThat(this.probe.report()).isEqualTo("/actuator/groundwork");
	}

}
