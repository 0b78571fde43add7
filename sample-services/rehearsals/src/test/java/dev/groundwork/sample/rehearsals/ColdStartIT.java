package dev.groundwork.sample.rehearsals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * All services are started first, their empty infrastructure after them.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ColdStartIT {

	private static final Pattern NOTICE = Pattern.compile("^(\\S+) .* Waiting for ([\\w-]+), ");

	private static final List<String> NAMES = List.of("documents", "search", "presence", "notifications");

	private final Infrastructure infrastructure = Infrastructure.create();

	private final int webSocketPort = ServiceProcess.freePort();

	private final Map<String, ServiceProcess> services = new HashMap<>();

	private Map<String, Integer> readinessWithoutInfrastructure = Map.of();

	private Map<String, Boolean> livenessWithoutInfrastructure = Map.of();

	private Duration untilAllReady = Duration.ZERO;

	@BeforeAll
	void startServicesFirst() {
		startServices();
		this.services.values().forEach(ServiceProcess::awaitLive);
		this.livenessWithoutInfrastructure = mapServices(ServiceProcess::isLive);
		this.readinessWithoutInfrastructure = mapServices((service) -> service.status("/actuator/health/readiness"));
		this.infrastructure.start();
		Instant accepting = Instant.now();
		this.services.values().forEach(ServiceProcess::awaitReady);
		this.untilAllReady = Duration.between(accepting, Instant.now());
	}

	private void startServices() {
		NAMES.forEach((name) -> this.services.put(name, start(name)));
	}

	private ServiceProcess start(String name) {
		return ServiceProcess.start(name, this.infrastructure, properties(name));
	}

	private String[] properties(String name) {
		return name.equals("presence") ? new String[] { "--app.presence.websocket-port=" + this.webSocketPort }
				: new String[0];
	}

	private void closeServices() {
		this.services.values().forEach(ServiceProcess::close);
		this.services.clear();
	}

	private ServiceProcess service(String name) {
		return Objects.requireNonNull(this.services.get(name));
	}

	private <T> Map<String, T> mapServices(Function<ServiceProcess, T> function) {
		Map<String, T> result = new HashMap<>();
		this.services.forEach((name, service) -> result.put(name, function.apply(service)));
		return result;
	}

	@AfterAll
	void stop() {
		closeServices();
		this.infrastructure.close();
	}

	@Test
	@Order(1)
	void servicesWithoutInfrastructureAreLiveAndNotReady() {
		assertThat(this.livenessWithoutInfrastructure.values()).containsOnly(true);
		assertThat(this.readinessWithoutInfrastructure.values()).containsOnly(503);
	}

	@Test
	@Order(2)
	void servicesAreReadyWithinFiveSecondsOfTheirInfrastructure() {
		assertThat(this.untilAllReady).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	@Order(3)
	void whatWasCreatedIsReportedWithItsSource() {
		List<String> changes = service("search").read("/actuator/groundwork",
				"$.backEnds[?(@.name=='elasticsearch')].resources[*].source");
		assertThat(changes).anySatisfy((source) -> assertThat(source).contains("@Document class"))
			.anySatisfy((source) -> assertThat(source).contains("search-queries.json"));
		assertThat(this.infrastructure.queues()).contains("search.documents");
	}

	@Test
	@Order(4)
	void documentIsFoundBySearchAndSeenOnTheWebSocket() throws Exception {
		CompletableFuture<String> seen = new CompletableFuture<>();
		WebSocket webSocket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:%d/ws".formatted(this.webSocketPort)), new FirstMessage(seen))
			.get(5, TimeUnit.SECONDS);
		assertThat(service("documents")
			.post("/documents", "{\"title\":\"Groundwork\",\"body\":\"laid before the doors open\",\"author\":\"ann\"}")
			.statusCode()).isEqualTo(201);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> service("search").<List<Object>>read("/search?q=groundwork", "$..title").size() == 1);
		assertThat(seen.get(10, TimeUnit.SECONDS)).contains("Groundwork").contains("ann");
		webSocket.abort();
	}

	@Test
	@Order(5)
	void noLogHasAnErrorOrAWarning() {
		this.services.forEach((name, service) -> assertThat(service.log().lines()).as("log of " + name)
			.noneMatch((line) -> line.contains(" ERROR ") || line.contains(" WARN ")));
	}

	@Test
	@Order(6)
	void logHasAtMostOneNoticeForADependencyInTenSeconds() {
		this.services.values().forEach((service) -> {
			Map<String, Instant> last = new HashMap<>();
			service.log().lines().map(NOTICE::matcher).filter(Matcher::find).forEach((notice) -> {
				Instant at = OffsetDateTime.parse(notice.group(1)).toInstant();
				Instant before = last.put(notice.group(2), at);
				if (before != null) {
					assertThat(Duration.between(before, at)).isGreaterThan(Duration.ofMillis(9_500));
				}
			});
			assertThat(last).isNotEmpty();
		});
	}

	@Test
	@Order(7)
	void startedAgainNothingIsChanged() {
		closeServices();
		startServices();
		this.services.values().forEach(ServiceProcess::awaitReady);
		this.services.forEach((name, service) -> {
			List<String> summaries = service.read("/actuator/groundwork", "$.backEnds[*].summary");
			assertThat(summaries).as(name)
				.isNotEmpty()
				.allMatch((summary) -> summary.startsWith("0 to create, 0 to update"));
		});
	}

	/**
	 * One service at a time: started all at once they share the processors, and the share
	 * of a task would tell who had them.
	 */
	@Test
	@Order(8)
	void startedAgainProvisioningIsNotFelt() {
		closeServices();
		Map<String, List<Double>> shares = new TreeMap<>();
		for (int round = 0; round < 3; round++) {
			NAMES.forEach(
					(name) -> shares.computeIfAbsent(name, (key) -> new ArrayList<>()).add(shareOfProvisioning(name)));
		}
		shares.forEach((name, all) -> assertThat(all.stream().sorted().toList().get(1))
			.as("median of the shares of the time to ready of %s: %s", name, all)
			.isLessThan(0.1));
	}

	private double shareOfProvisioning(String name) {
		try (ServiceProcess service = ServiceProcess.startWithoutArchive(name, this.infrastructure, properties(name))) {
			service.awaitReady();
			int timeToReady = service.read("/actuator/groundwork", "$.timeToReadyMillis");
			List<Integer> provisioning = service.read("/actuator/groundwork",
					"$.tasks[?(@.name in ['rabbitmq','elasticsearch'])].elapsedMillis");
			assertThat(provisioning).isNotEmpty();
			return Collections.max(provisioning) / (double) timeToReady;
		}
	}

	/**
	 * Completes with the first message that arrives.
	 */
	private record FirstMessage(CompletableFuture<String> seen) implements WebSocket.Listener {

		@Override
		public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
			this.seen.complete(data.toString());
			return WebSocket.Listener.super.onText(webSocket, data, last);
		}

	}

}
