package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link HealthCheck}, against recorded answers.
 */
@Timeout(30)
class HealthCheckTests {

	private static final String PATH = "GET /_cluster/health/orders";

	private static final String FORBIDDEN = """
			{ "error": { "type": "security_exception", "reason": "action [cluster:monitor/health] is unauthorized" },
				"status": 403 }""";

	private final StubElasticsearch server = new StubElasticsearch();

	private final ElasticsearchHttp http = new ElasticsearchHttp(Rest5Client.builder(this.server.getUri()).build());

	@AfterEach
	void close() throws Exception {
		this.http.close();
		this.server.close();
	}

	@Test
	void yellowIsEnoughByDefault() {
		this.server.on(PATH, 200, health("yellow", false));
		assertThat(await(WaitForStatus.YELLOW)).isEqualTo(new IndexHealth(Map.of("orders", "yellow"), 2, List.of()));
	}

	@Test
	void redIsATransientFailureAlthoughTheServerAnswers408() {
		this.server.on(PATH, 408, health("red", true));
		DiagnosedException failure = failure(WaitForStatus.YELLOW);
		assertThat(failure.getKind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(failure).hasMessage("index 'orders': has no active primary shard (status red)");
	}

	@Test
	void yellowIsNotEnoughWhereGreenIsAwaited() {
		this.server.on(PATH, 408, health("yellow", true));
		DiagnosedException failure = failure(WaitForStatus.GREEN);
		assertThat(failure.getKind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(failure.getDiagnoses().get(0).evidence()).isEqualTo("status yellow, awaited green, 2 data nodes");
		assertThat(failure.getDiagnoses().get(0).remedy()).contains("groundwork.elasticsearch.wait-for-status=yellow");
	}

	@Test
	void noStatusIsAwaitedWithoutARequest() {
		assertThat(await(WaitForStatus.NONE)).isEqualTo(IndexHealth.UNKNOWN);
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void answerWithoutHealthIsDiagnosed() {
		this.server.on(PATH, 503, """
				{ "error": { "type": "master_not_discovered_exception", "reason": "no master" }, "status": 503 }""");
		assertThat(failure(WaitForStatus.YELLOW).getKind()).isEqualTo(FailureKind.TRANSIENT);
	}

	@Test
	void whoMayNotReadTheHealthOfTheClusterReadsThatOfTheIndex() {
		this.server.on(PATH, 403, FORBIDDEN)
			.on("GET /orders/_stats/docs", 200, "{ \"indices\": { \"orders\": { \"health\": \"green\" } } }");
		IndexHealth health = await(WaitForStatus.YELLOW);
		assertThat(health.statuses()).containsEntry("orders", "green");
		assertThat(health.notes()).singleElement()
			.isEqualTo("the health of the cluster cannot be read: that of the index was, without waiting for it");
	}

	@Test
	void statusThatIsReachedIsNotAskedForAgain() {
		assertThat(awaitAfter(health("yellow", false)))
			.isEqualTo(new IndexHealth(Map.of("orders", "yellow"), 2, List.of()));
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void statusThatIsNotReachedYetIsWaitedFor() {
		this.server.on(PATH, 200, health("green", false));
		assertThat(awaitAfter(health("red", true)).statuses()).containsEntry("orders", "green");
		assertThat(this.server.requests()).containsExactly(PATH);
	}

	@Test
	void indexOfWhichNothingWasSaidIsWaitedFor() {
		this.server.on(PATH, 200, health("green", false));
		assertThat(awaitAfter("""
				{ "timed_out": true, "status": "red", "number_of_data_nodes": 2 }""").statuses())
			.containsEntry("orders", "green");
		assertThat(this.server.requests()).containsExactly(PATH);
	}

	@Test
	void healthThatIsForbiddenBeforehandIsReadFromTheIndex() {
		this.server.on(PATH, 403, FORBIDDEN)
			.on("GET /orders/_stats/docs", 200, "{ \"indices\": { \"orders\": { \"health\": \"green\" } } }");
		assertThat(awaitAfter(403, FORBIDDEN).statuses()).containsEntry("orders", "green");
	}

	@Test
	void nothingIsAskedBeforehandWhereNoStatusIsAwaited() {
		assertThat(new HealthCheck(this.http, WaitForStatus.NONE).requests(List.of("orders"))).isEmpty();
	}

	@Test
	void redIsAFailureWhereverItWasRead() {
		this.server.on(PATH, 403, FORBIDDEN)
			.on("GET /orders/_stats/docs", 200, "{ \"indices\": { \"orders\": { \"health\": \"red\" } } }");
		assertThat(failure(WaitForStatus.YELLOW)).hasMessageContaining("status red");
	}

	@Test
	void whoMayReadNeitherIsToldWhichPrivilegeIsMissing() {
		this.server.on(PATH, 403, FORBIDDEN).on("GET /orders/_stats/docs", 403, FORBIDDEN);
		assertThat(await(WaitForStatus.YELLOW).notes()).singleElement()
			.asString()
			.contains("cluster privilege monitor");
	}

	private static String health(String status, boolean timedOut) {
		return """
				{ "timed_out": %s, "status": "%s", "number_of_data_nodes": 2,
					"indices": { "orders": { "status": "%s" } } }""".formatted(timedOut, status, status);
	}

	private IndexHealth await(WaitForStatus status) {
		return new HealthCheck(this.http, status).await(List.of("orders"));
	}

	private IndexHealth awaitAfter(String seen) {
		return awaitAfter(200, seen);
	}

	private IndexHealth awaitAfter(int status, String seen) {
		LiveIndex index = new LiveIndex("orders", Map.of(), Map.of(), Map.of(), Map.of());
		return new HealthCheck(this.http, WaitForStatus.YELLOW).await(Map.of("orders", index),
				List.of(new Reply(status, seen)));
	}

	private DiagnosedException failure(WaitForStatus status) {
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, () -> await(status));
		assertThat(failure).isNotNull();
		return failure;
	}

}
