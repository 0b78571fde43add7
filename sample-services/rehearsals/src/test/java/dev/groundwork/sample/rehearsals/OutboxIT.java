package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * No event is lost between the database of {@code documents} and those who are told,
 * whoever dies, and none counts twice.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OutboxIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String EVENT = """
			{"eventId":"%s","type":"document.created","schemaVersion":%d,"documentId":"%s","version":1,
			"title":"%s","body":"","author":"ann","occurredAt":"2026-11-24T12:00:00Z"}""";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Infrastructure infrastructure = Infrastructure.create();

	private final Traces traces = new Traces(this.infrastructure);

	private final List<ServiceProcess> services = new ArrayList<>();

	private ServiceProcess documents = startDocuments();

	private final ServiceProcess search = started("search");

	private final ServiceProcess notifications = started("notifications", "--NOTIFICATIONS_RETRY_DELAYS=100ms,200ms");

	@BeforeAll
	void startInfrastructure() {
		this.infrastructure.start();
		this.services.forEach(ServiceProcess::awaitReady);
		this.infrastructure.rabbitMq().flush();
	}

	@AfterAll
	void stop() {
		this.services.forEach(ServiceProcess::close);
		this.infrastructure.close();
	}

	private ServiceProcess startDocuments() {
		return started("documents");
	}

	private ServiceProcess started(String service, String... properties) {
		ServiceProcess process = ServiceProcess.start(service, this.infrastructure, properties);
		this.services.add(process);
		return process;
	}

	@Test
	void eventsOfABrokerOutageArePublishedAfterItsReturn() {
		this.infrastructure.rabbitMq().kill();
		create("outage", 50);
		assertThat(this.traces.waiting()).isEqualTo(50);
		this.infrastructure.rabbitMq().start();
		awaitEverywhereOnce("outage", 50);
		assertThat(this.traces.waiting()).isZero();
	}

	@Test
	void documentsKilledBetweenCommitAndPublishLosesNothing() {
		this.infrastructure.rabbitMq().freeze();
		create("killed", 20);
		this.documents.kill();
		this.infrastructure.rabbitMq().resume();
		assertThat(this.traces.waiting()).isEqualTo(20);
		this.documents = startDocuments();
		this.documents.awaitReady();
		awaitEverywhereOnce("killed", 20);
	}

	@Test
	void documentsKilledWhilePublishingLosesNothing() {
		create("halfway", 1);
		for (int i = 0; i < 5; i++) {
			int round = i;
			CompletableFuture<Void> creating = CompletableFuture.runAsync(() -> createUntilKilled(round));
			await().atMost(PATIENCE).until(() -> this.traces.stored("round" + round) > 10);
			this.documents.kill();
			creating.join();
			this.documents = startDocuments();
			this.documents.awaitReady();
			awaitEverywhereOnce("round" + round, this.traces.stored("round" + round));
		}
		awaitEverywhereOnce("halfway", 1);
	}

	@Test
	void duplicateDeliveryChangesNothing() {
		UUID eventId = UUID.randomUUID();
		String event = EVENT.formatted(eventId, 1, UUID.randomUUID(), "twice");
		publish(event);
		awaitEverywhereOnce("twice", 1);
		publish(event);
		publish(event.replace("twice", "thrice"));
		await().atMost(PATIENCE).until(() -> queued() == 0);
		awaitEverywhereOnce("marker", marker());
		assertThat(this.traces.notified("twice")).isOne();
		assertThat(this.traces.notified("thrice")).isZero();
	}

	@Test
	void eventThatFailedIsRememberedWhenItIsReplayedAfterTheFaultIsGone() {
		this.traces.execute("alter table notifications.notification rename to hidden");
		try {
			create("parked", 3);
			await().atMost(PATIENCE).until(() -> parked() == 3);
		}
		finally {
			this.traces.execute("alter table notifications.hidden rename to notification");
		}
		assertThat(JsonPath.<Integer>read(replay(), "$.replayed")).isEqualTo(3);
		awaitEverywhereOnce("parked", 3);
		assertThat(parked()).isZero();
	}

	@Test
	void poisonEndsInTheParkingLotAndAReplayOfItEnds() {
		publish("this is not JSON");
		publish(EVENT.formatted(UUID.randomUUID(), 99, UUID.randomUUID(), "tomorrow"));
		await().atMost(PATIENCE).until(() -> parked() == 2);
		assertThat(JsonPath.<Integer>read(replay(), "$.replayed")).isEqualTo(2);
		await().atMost(PATIENCE).until(() -> parked() == 2);
		this.infrastructure.rabbitMq().control("purge_queue", "notifications.documents.parking-lot");
	}

	@Test
	void editOfAnOldVersionIsAConflict() {
		String created = this.documents.post("/documents", text("conflict")).body();
		String path = "/documents/" + JsonPath.<String>read(created, "$.id");
		String edit = "{\"version\":1,\"title\":\"conflict again\",\"body\":\"\",\"author\":\"bob\"}";
		assertThat(this.documents.put(path, edit).statusCode()).isEqualTo(200);
		assertThat(this.documents.put(path, edit).statusCode()).isEqualTo(409);
		assertThat(this.documents.<List<String>>read("/documents", "$[?(@.title == 'conflict again')].author"))
			.containsExactly("bob");
		awaitEverywhereOnce("conflict again", 1);
	}

	private int marker() {
		create("marker", 1);
		return 1;
	}

	private void create(String title, int number) {
		for (int i = 0; i < number; i++) {
			assertThat(this.documents.post("/documents", text(title)).statusCode()).isEqualTo(201);
		}
	}

	private void createUntilKilled(int round) {
		ServiceProcess victim = this.documents;
		try {
			while (victim.post("/documents", text("round" + round)).statusCode() == 201) {
				Thread.onSpinWait();
			}
		}
		catch (RuntimeException ex) {
			// killed
		}
	}

	private static String text(String title) {
		return "{\"title\":\"%s\",\"body\":\"\",\"author\":\"ann\"}".formatted(title);
	}

	private void awaitEverywhereOnce(String title, int number) {
		await().atMost(PATIENCE).until(() -> this.traces.areEverywhere(title, number));
	}

	private int parked() {
		return this.notifications.read("/actuator/parked", "$.parked");
	}

	private String replay() {
		return this.notifications.post("/actuator/parked", "{}").body();
	}

	private int queued() {
		return this.infrastructure.rabbitMq()
			.control("list_queues", "--no-table-headers", "messages")
			.lines()
			.mapToInt((line) -> Integer.parseInt(line.strip()))
			.sum();
	}

	private void publish(String event) {
		String body = """
				{"properties":{"content_type":"application/json","delivery_mode":2},"routing_key":"document.created",
				"payload_encoding":"base64","payload":"%s"}"""
			.formatted(Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)));
		URI uri = this.infrastructure.rabbitMq()
			.getManagementUri()
			.resolve("/api/exchanges/%2F/cloudmatrix.events/publish");
		String credentials = this.infrastructure.rabbitMq().getUsername() + ":"
				+ this.infrastructure.rabbitMq().getPassword();
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
			.timeout(Duration.ofSeconds(10))
			.POST(BodyPublishers.ofString(body))
			.build();
		assertThat(JsonPath.<Boolean>read(send(request), "$.routed")).isTrue();
	}

	private String send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString()).body();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
