package dev.groundwork.elasticsearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ServerSideCopy}, against answers as they are documented.
 */
@Timeout(30)
class ServerSideCopyTests {

	private static final CopyTarget TARGET = new CopyTarget("orders-v2", "orders-v2-copy");

	private static final String TASK = "GET /_tasks/node:7";

	private final StubElasticsearch server = new StubElasticsearch();

	private final ElasticsearchHttp http = new ElasticsearchHttp(Rest5Client.builder(this.server.getUri()).build());

	private final List<String> progress = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		this.http.close();
		this.server.close();
	}

	@Test
	void isOfferedByAServerThatMissesTheNamesOfTheIndexes() {
		this.server.on("POST /_reindex", 400, """
				{ "error": { "type": "action_request_validation_exception",
				  "reason": "Validation Failed: 1: use _all if you really want to copy from all existing indexes;" },
				  "status": 400 }""");
		assertThat(copy().isOffered()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 405 })
	void isNotOfferedByAServerThatDoesNotKnowThePath(int status) {
		this.server.on("POST /_reindex", status, """
				{ "error": "no handler found for uri [/_reindex] and method [POST]" }""");
		assertThat(copy().isOffered()).isFalse();
	}

	@Test
	void startsOneTaskThatCreatesOnlyWhatIsMissing() {
		started().on(TASK, 200, completed(3, 0, ""));
		assertThat(run()).isEqualTo(CopyResult.complete());
		assertThat(this.server.requests()).filteredOn((request) -> request.startsWith("POST"))
			.singleElement()
			.asString()
			.contains("\"conflicts\":\"proceed\"", "\"op_type\":\"create\"", "\"orders-v1\"", "\"orders-v2-copy\"");
	}

	@Test
	void tellsHowFarTheTaskGot() {
		started().on(TASK, 200, running(1, 0)).on(TASK, 200, running(1, 1)).on(TASK, 200, completed(2, 1, ""));
		run();
		assertThat(this.progress).containsExactly("orders-v2: 1 of 3 copied, 33 %", "orders-v2: 2 of 3 copied, 66 %",
				"orders-v2: 3 of 3 copied, 100 %");
	}

	@Test
	void goesOnWithTheTaskThatRunsAlready() {
		this.server.on("GET /_tasks", 200, """
				{ "tasks": [
				  { "node": "node", "id": 9, "description": "reindex from [a] to [other-copy]" },
				  { "node": "node", "id": 8, "description": "reindex from [orders-v1] to [orders-v2-copy]",
				    "parent_task_id": "node:7" },
				  { "node": "node", "id": 7, "description": "reindex from [orders-v1] to [orders-v2-copy]" } ] }""")
			.on(TASK, 200, completed(3, 0, ""));
		assertThat(run()).isEqualTo(CopyResult.complete());
		assertThat(this.server.requests()).noneMatch((request) -> request.startsWith("POST"));
	}

	@Test
	void documentsThatAreRefusedAreCountedWithTheirReasons() {
		started().on(TASK, 200, completed(1, 0, """
				{ "index": "orders-v2", "id": "5", "status": 400, "cause": { "type": "document_parsing_exception",
				  "reason": "failed to parse field [total]" } }"""));
		CopyResult result = run();
		assertThat(result.refused()).isEqualTo(1);
		assertThat(result.samples()).containsExactly("5: failed to parse field [total]");
	}

	@Test
	void aliasThatIsGoneEndsTheCopyAsStoppedByOthers() {
		started().on(TASK, 200, completed(1, 0, """
				{ "index": "orders-v2-copy", "id": "5", "status": 404, "cause": { "type": "index_not_found_exception",
				  "reason": "no such index [orders-v2-copy] and [require_alias] request flag is [true]" } }"""));
		assertThat(run().fenced()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ "id": "5", "status": 429, "cause": { "type": "es_rejected_execution_exception" } } | too busy
			{ "shard": 0, "status": 503, "reason": { "type": "no_shard_available_action_exception" } } | too busy
			""")
	void whatIsBusyIsTriedAgain(String failure, String cause) {
		started().on(TASK, 200, completed(1, 0, failure));
		assertThatItIsTriedAgain(cause);
	}

	@Test
	void taskThatTheServerHasLostIsStartedAgain() {
		started().on(TASK, 404, """
				{ "error": { "type": "resource_not_found_exception", "reason": "task [node:7] isn't running" } }""");
		assertThatItIsTriedAgain("no longer knows the task");
	}

	@Test
	void taskThatSomebodyCanceledIsStartedAgain() {
		started().on(TASK, 200, """
				{ "completed": true, "task": { "status": { "created": 1, "canceled": "by user request" } },
				  "response": { "created": 1, "canceled": "by user request", "failures": [] } }""");
		assertThatItIsTriedAgain("canceled");
	}

	@Test
	void taskThatFailsAsAWholeIsStartedAgain() {
		started().on(TASK, 200, """
				{ "completed": true, "task": { "status": {} },
				  "error": { "type": "search_phase_execution_exception", "reason": "all shards failed" } }""");
		assertThatItIsTriedAgain("copying has failed");
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void serverThatIsBusyIsAskedAgain(int status) {
		this.server.on("POST /_reindex", status, """
				{ "error": { "type": "es_rejected_execution_exception", "reason": "rejected" } }""");
		assertThatItIsTriedAgain("");
	}

	@Test
	void taskThatOnlyRetriesIsNotWaitedForWithoutEnd() {
		started();
		for (int retries = 0; retries < 2000; retries++) {
			this.server.on(TASK, 200, """
					{ "completed": false, "task": { "status": { "created": 1, "version_conflicts": 0,
					  "retries": { "bulk": %d, "search": 0 } } } }""".formatted(retries));
		}
		assertThatItIsTriedAgain("does not go on");
		assertThat(this.server.requests()).hasSizeLessThan(1000);
	}

	private void assertThatItIsTriedAgain(String cause) {
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, this::run);
		assertThat(failure.getKind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(failure.getDiagnoses().get(0).cause()).contains(cause);
	}

	private ServerSideCopy copy() {
		return new ServerSideCopy(this.http, "index 'orders'",
				new Patience(Duration.ofMillis(500), Duration.ofMillis(1)));
	}

	private CopyResult run() {
		return copy().copy("orders-v1", TARGET, 3, this.progress::add);
	}

	private StubElasticsearch started() {
		return this.server.on("POST /_reindex", 200, "{ \"task\": \"node:7\" }");
	}

	private static String running(int created, int conflicts) {
		return """
				{ "completed": false, "task": { "action": "indices:data/write/reindex",
				  "status": { "total": 3, "created": %d, "version_conflicts": %d } } }""".formatted(created, conflicts);
	}

	private static String completed(int created, int conflicts, String failure) {
		return """
				{ "completed": true, "task": { "status": { "total": 3, "created": %1$d, "version_conflicts": %2$d } },
				  "response": { "total": 3, "created": %1$d, "version_conflicts": %2$d, "failures": [ %3$s ] } }"""
			.formatted(created, conflicts, failure);
	}

}
