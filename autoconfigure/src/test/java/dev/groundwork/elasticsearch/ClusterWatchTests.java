package dev.groundwork.elasticsearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClusterWatch}, against recorded answers.
 */
@Timeout(30)
class ClusterWatchTests {

	private static final String HEALTH = "GET /_cluster/health/orders";

	private static final String BLOCKS = "GET /orders/_settings/index.blocks.*";

	private static final String FORBIDDEN = """
			{ "error": { "type": "security_exception", "reason": "action [cluster:monitor/health] is unauthorized" },
				"status": 403 }""";

	private static final String REJECTED = """
			{ "error": { "type": "es_rejected_execution_exception", "reason": "rejected" }, "status": 429 }""";

	private final StubElasticsearch server = new StubElasticsearch();

	private final AtomicInteger clients = new AtomicInteger();

	private final ClusterWatch watch = watch(List.of("orders"));

	private ClusterWatch watch(List<String> indexes) {
		URI uri = this.server.getUri();
		return new ClusterWatch(() -> {
			this.clients.incrementAndGet();
			return Rest5Client.builder(uri).build();
		}, () -> indexes, Duration.ofSeconds(5));
	}

	@AfterEach
	void close() {
		this.watch.close();
		this.server.close();
	}

	@Test
	void yellowIsUpAndTheClientIsKept() {
		this.server.on(HEALTH, 200, health("yellow")).on(BLOCKS, 200, "{}");
		assertThat(this.watch.check()).isEmpty();
		assertThat(this.watch.check()).isEmpty();
		assertThat(this.clients).hasValue(1);
	}

	@Test
	void redIsDown() {
		this.server.on(HEALTH, 200, health("red")).on(BLOCKS, 200, "{}");
		assertThat(this.watch.check()).extracting(Diagnosis::summary)
			.containsExactly("index 'orders': has no active primary shard (status red)");
	}

	@Test
	void indexThatDoesNotExistIsDown() {
		this.server.on(HEALTH, 408, "{\"timed_out\":true,\"status\":\"red\"}").on(BLOCKS, 200, "{}");
		assertThat(this.watch.check()).extracting(Diagnosis::cause).containsExactly("at least one does not exist");
	}

	@Test
	void whoMayNotReadTheHealthIsContentWithTheIndex() {
		this.server.on(HEALTH, 403, FORBIDDEN).on(BLOCKS, 403, FORBIDDEN).on("HEAD /orders", 200, "");
		assertThat(this.watch.check()).isEmpty();
		assertThat(this.server.requests()).contains("HEAD /orders");
	}

	@Test
	void whoMayNotSeeTheIndexEitherIsDown() {
		this.server.on(HEALTH, 403, FORBIDDEN).on(BLOCKS, 403, FORBIDDEN).on("HEAD /orders", 403, "");
		assertThat(this.watch.check()).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT));
	}

	@Test
	void tooManyRequestsAreDegraded() {
		this.server.on(HEALTH, 429, REJECTED).on(BLOCKS, 429, REJECTED);
		assertThat(this.watch.check()).hasSize(2).extracting(Diagnosis::kind).containsOnly(FailureKind.BLOCKED);
	}

	@Test
	void floodStageIsDegraded() {
		this.server.on(HEALTH, 200, health("green")).on(BLOCKS, 200, """
				{ "orders": { "settings": { "index.blocks.read_only_allow_delete": "true" } } }""");
		assertThat(this.watch.check()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED);
			assertThat(diagnosis.summary())
				.isEqualTo("index 'orders': the cluster refuses writes: disk above flood stage");
		});
	}

	@Test
	void withoutIndexesTheColourOfTheClusterDoesNotCount() {
		this.server.on("GET /_cluster/health", 200, "{\"timed_out\":false,\"status\":\"red\"}");
		try (ClusterWatch none = watch(List.of())) {
			assertThat(none.check()).isEmpty();
		}
	}

	@Test
	void loginThatIsRefusedIsDown() {
		this.server.on("GET /_cluster/health", 401, FORBIDDEN);
		try (ClusterWatch none = watch(List.of())) {
			assertThat(none.check()).singleElement()
				.satisfies((diagnosis) -> assertThat(diagnosis.cause()).isEqualTo("login refused"));
		}
	}

	@Test
	void afterAFailureToConnectThereIsANewClient() {
		this.server.close();
		assertThat(this.watch.check()).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.cause()).isEqualTo("connection refused"));
		assertThat(this.watch.check()).hasSize(1);
		assertThat(this.clients).hasValue(2);
	}

	private static String health(String status) {
		return "{\"timed_out\":false,\"status\":\"%s\",\"indices\":{\"orders\":{\"status\":\"%s\"}}}".formatted(status,
				status);
	}

}
