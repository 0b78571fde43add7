package dev.groundwork.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessGate;
import dev.groundwork.startup.OnDeadline;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupObservation;
import dev.groundwork.startup.StartupTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.core.metrics.ApplicationStartup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ProbeServer} and {@link StartStatus}.
 */
@Timeout(60)
class ProbeServerTests {

	private final HttpClient http = HttpClient.newHttpClient();

	private final StartupObservation observation = new StartupObservation(Thread.currentThread());

	private final StartStatus status = new StartStatus(this.observation);

	private final ProbeServer server = ProbeServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
			this.status);

	private final ReadinessGate gate = new ReadinessGate("warm-up");

	private final CountDownLatch mayEnd = new CountDownLatch(1);

	private final Startup startup = new Startup(() -> List.of(StartupTask.of("rabbitmq", Set.of(), (progress) -> {
		progress.waitingFor("broker");
		this.mayEnd.await();
	})), Duration.ofMinutes(1), OnDeadline.STAY_UNREADY);

	private final Readiness readiness = new Readiness(this.startup, List.of(this.gate), List::of);

	@AfterEach
	void stop() {
		this.server.applicationEnded();
		this.startup.stop();
	}

	@Test
	void beforeThereIsAnythingOnlyLivenessIsThere() {
		assertThat(get("/livez").statusCode()).isEqualTo(200);
		assertThat(get("/readyz").statusCode()).isEqualTo(503);
		assertThat(get("/startupz").statusCode()).isEqualTo(503);
		assertThat(get("/readyz").body()).startsWith("{\"status\":\"STARTING\",\"seconds\":")
			.contains("\"name\":\"application\",\"reason\":\"is being started\"");
	}

	@Test
	void beansInCreationAreTold() {
		this.observation.observe(ApplicationStartup.DEFAULT)
			.start("spring.beans.instantiate")
			.tag("beanName", "a \"cache\"");
		assertThat(get("/readyz").body())
			.contains("{\"kind\":\"bean\",\"name\":\"a \\\"cache\\\"\",\"reason\":\"is being created\",\"since\":\"20")
			.contains("\"thread\":\"%s\"".formatted(Thread.currentThread().getName()));
	}

	@Test
	void tasksAndGatesAreTold() {
		start();
		await().untilAsserted(() -> assertThat(get("/readyz").body())
			.contains("{\"kind\":\"task\",\"name\":\"rabbitmq\",\"reason\":\"broker\",\"since\":\"20")
			.contains("{\"kind\":\"gate\",\"name\":\"warm-up\",\"reason\":\"has told no reason\",\"seconds\":"));
	}

	@Test
	void becomesReadyWhenEveryGateIsOpenAndTheApplicationHasStarted() {
		start();
		this.mayEnd.countDown();
		this.gate.open();
		await().until(this.readiness::isReady);
		assertThat(get("/readyz").statusCode()).isEqualTo(503);
		this.status.acceptingTraffic(true);
		assertThat(get("/readyz").statusCode()).isEqualTo(200);
		assertThat(get("/startupz").statusCode()).isEqualTo(200);
		assertThat(get("/readyz").body()).contains("\"status\":\"READY\"", "\"waitingFor\":[]");
	}

	@Test
	void applicationThatHasStartedIsNotRestartedForWhatItStillWaitsFor() {
		this.status.acceptingTraffic(true);
		assertThat(get("/startupz").statusCode()).isEqualTo(200);
		assertThat(get("/readyz").statusCode()).isEqualTo(503);
	}

	@Test
	void startIsNeverTakenBack() {
		becomeReady();
		this.status.acceptingTraffic(false);
		assertThat(get("/readyz").statusCode()).isEqualTo(503);
		assertThat(get("/readyz").body()).contains("\"status\":\"UNREADY\"", "refuses requests at the moment");
		assertThat(get("/startupz").statusCode()).isEqualTo(200);
	}

	@Test
	void applicationThatStopsIsLiveAndNotReady() {
		becomeReady();
		this.readiness.refuse();
		assertThat(get("/readyz").statusCode()).isEqualTo(503);
		assertThat(get("/readyz").body()).contains("\"status\":\"STOPPING\"");
		assertThat(get("/livez").statusCode()).isEqualTo(200);
	}

	@Test
	void applicationThatIsBrokenIsNotLive() {
		becomeReady();
		this.readiness.broken("no worker thread answers");
		assertThat(get("/livez").statusCode()).isEqualTo(503);
		assertThat(get("/livez").body()).contains("\"broken\":\"no worker thread answers\"");
		this.readiness.broken(null);
		assertThat(get("/livez").statusCode()).isEqualTo(200);
	}

	@Test
	void failedStartTellsNoMessageThatMayHoldSecret() {
		this.status.failed(new IllegalStateException("outer", new IllegalArgumentException("password 'hunter2'")));
		assertThat(get("/readyz").body()).contains("\"status\":\"FAILED\"")
			.contains("the start has failed with java.lang.IllegalArgumentException")
			.doesNotContain("hunter2");
	}

	@Test
	void otherPathsAndMethodsAreRefused() {
		assertThat(get("/").statusCode()).isEqualTo(404);
		assertThat(get("/livezz").statusCode()).isEqualTo(404);
		HttpResponse<String> post = send(
				HttpRequest.newBuilder(uri("/livez")).POST(HttpRequest.BodyPublishers.ofString("{}")));
		assertThat(post.statusCode()).isEqualTo(405);
		assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD");
	}

	@Test
	void headHasNoBody() {
		HttpResponse<String> head = send(
				HttpRequest.newBuilder(uri("/readyz")).method("HEAD", HttpRequest.BodyPublishers.noBody()));
		assertThat(head.statusCode()).isEqualTo(503);
		assertThat(head.body()).isEmpty();
	}

	@Test
	void answersAreNotStored() {
		assertThat(get("/livez").headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(get("/livez").headers().firstValue("Content-Type")).hasValue("application/json");
	}

	@Test
	void clientsThatSendNothingOrOnlyHalfBlockNobody() throws IOException {
		List<Socket> clients = new ArrayList<>();
		try {
			for (int index = 0; index < 20; index++) {
				Socket client = new Socket(InetAddress.getLoopbackAddress(), this.server.getPort());
				clients.add(client);
				if (index % 2 == 0) {
					client.getOutputStream().write("GET /livez HT".getBytes(StandardCharsets.US_ASCII));
				}
			}
			await().ignoreExceptions()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(
						send(HttpRequest.newBuilder(uri("/livez")).timeout(Duration.ofSeconds(1))).statusCode())
					.isEqualTo(200));
		}
		finally {
			for (Socket client : clients) {
				client.close();
			}
		}
	}

	@Test
	void portThatIsTakenIsNamedWithRemedy() throws IOException {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), other.getLocalPort());
			assertThatExceptionOfType(DiagnosedException.class)
				.isThrownBy(() -> ProbeServer.start(address, this.status))
				.satisfies((ex) -> assertThat(ex.getDiagnoses()).singleElement().satisfies((diagnosis) -> {
					assertThat(diagnosis.summary()).contains("port " + other.getLocalPort(), "groundwork.probe.port");
					assertThat(diagnosis.remedy()).contains("port " + other.getLocalPort(), "'groundwork.probe.port'");
				}));
		}
	}

	private void start() {
		this.status.follow(this.startup, this.readiness);
		this.startup.start();
	}

	private void becomeReady() {
		start();
		this.mayEnd.countDown();
		this.gate.open();
		this.status.acceptingTraffic(true);
		await().until(() -> get("/readyz").statusCode() == 200);
	}

	private URI uri(String path) {
		return URI.create("http://%s:%d%s".formatted(InetAddress.getLoopbackAddress().getHostAddress(),
				this.server.getPort(), path));
	}

	private HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(uri(path)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
