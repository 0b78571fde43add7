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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServerSideCopy}, with the answers that Elasticsearch documents: the
 * server of the integration tests has no {@code _reindex}.
 */
@Timeout(30)
class ServerSideCopyTests {

	private static final CopyTarget TARGET = new CopyTarget("documents-v2", "documents-v2-copy");

	private final StubElasticsearch server = new StubElasticsearch();

	private final ElasticsearchHttp http = new ElasticsearchHttp(Rest5Client.builder(this.server.getUri()).build());

	private final List<String> progress = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		this.http.close();
		this.server.close();
	}

	@Test
	void serverThatRefusesTheRequestByItsContentCanCopy() {
		this.server.on("POST /_reindex", 400, """
				{"error":{"type":"action_request_validation_exception",
				"reason":"Validation Failed: 1: use _all if you really want to copy from all existing indexes;"},
				"status":400}""");
		assertThat(copy().isOffered()).isTrue();
	}

	@Test
	void serverThatDoesNotKnowThePathCannotCopy() {
		this.server.on("POST /_reindex", 400, "{\"error\":\"no handler found for uri [/_reindex] and method [POST]\"}");
		assertThat(copy().isOffered()).isFalse();
	}

	@Test
	void documentsAreCopiedByATaskWhoseProgressIsTold() {
		this.server.on("GET /_tasks", 200, "{\"tasks\":[]}")
			.on("POST /_reindex", 200, "{\"task\":\"n1:42\"}")
			.on("GET /_tasks/n1:42", 200, state(false, 1000, "[]"))
			.on("GET /_tasks/n1:42", 200, state(true, 4000, "[]"));
		assertThat(copy().copy("documents-v1", TARGET, 4000, this.progress::add)).isEqualTo(CopyResult.complete());
		assertThat(this.progress).containsExactly("documents-v2: 1,000 of 4,000 copied, 25 %",
				"documents-v2: 4,000 of 4,000 copied, 100 %");
		assertThat(this.server.requests()).filteredOn((request) -> request.startsWith("POST"))
			.singleElement()
			.asString()
			.contains("\"conflicts\":\"proceed\"")
			.contains("\"index\":\"documents-v1\"")
			.contains("\"op_type\":\"create\"")
			.contains("\"index\":\"documents-v2-copy\"");
	}

	@Test
	void taskOfAJobThatWasKilledIsFoundAgain() {
		this.server.on("GET /_tasks", 200, """
				{"tasks":[{"node":"n1","id":42,"action":"indices:data/write/reindex",
				"description":"reindex from [documents-v1] to [documents-v2-copy]"}]}""")
			.on("GET /_tasks/n1:42", 200, state(true, 4000, "[]"));
		copy().copy("documents-v1", TARGET, 4000, this.progress::add);
		assertThat(this.server.requests()).noneMatch((request) -> request.startsWith("POST"));
	}

	@Test
	void documentsThatTheNewVersionRefusesAreCountedAndExplained() {
		this.server.on("GET /_tasks", 200, "{\"tasks\":[]}")
			.on("POST /_reindex", 200, "{\"task\":\"n1:42\"}")
			.on("GET /_tasks/n1:42", 200, state(true, 3999, """
					[{"index":"documents-v2","id":"7","status":400,"cause":{"type":"document_parsing_exception",
					"reason":"failed to parse field [at] of type [date]"}}]"""));
		CopyResult result = copy().copy("documents-v1", TARGET, 4000, this.progress::add);
		assertThat(result.refused()).isEqualTo(1);
		assertThat(result.samples()).singleElement().asString().contains("7").contains("failed to parse field [at]");
	}

	@Test
	void taskThatTheServerHasForgottenIsWorthAnotherAttempt() {
		this.server.on("GET /_tasks", 200, "{\"tasks\":[]}")
			.on("POST /_reindex", 200, "{\"task\":\"n1:42\"}")
			.on("GET /_tasks/n1:42", 404, """
					{"error":{"type":"resource_not_found_exception",
					"reason":"task [n1:42] isn't running and hasn't stored its results"},"status":404}""");
		assertThatExceptionOfType(DiagnosedException.class)
			.isThrownBy(() -> copy().copy("documents-v1", TARGET, 4000, this.progress::add))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(FailureKind.TRANSIENT))
			.withMessageContaining("no longer knows the task");
	}

	@Test
	void taskThatDoesNotGoOnIsNotWaitedForForEver() {
		this.server.on("GET /_tasks", 200, "{\"tasks\":[]}")
			.on("POST /_reindex", 200, "{\"task\":\"n1:42\"}")
			.on("GET /_tasks/n1:42", 200, state(false, 1000, "[]"));
		ServerSideCopy impatient = new ServerSideCopy(this.http, "index 'documents'",
				new Patience(Duration.ofMillis(200), Duration.ofMillis(10)));
		assertThatExceptionOfType(DiagnosedException.class)
			.isThrownBy(() -> impatient.copy("documents-v1", TARGET, 4000, this.progress::add))
			.withMessage("index 'documents': copying into 'documents-v2' does not go on");
	}

	@Test
	void serverThatIsTooBusyToStartATaskIsWorthAnotherAttempt() {
		this.server.on("GET /_tasks", 200, "{\"tasks\":[]}").on("POST /_reindex", 429, """
				{"error":{"type":"es_rejected_execution_exception","reason":"rejected"},"status":429}""");
		assertThatExceptionOfType(DiagnosedException.class)
			.isThrownBy(() -> copy().copy("documents-v1", TARGET, 4000, this.progress::add))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(FailureKind.TRANSIENT));
	}

	private ServerSideCopy copy() {
		return new ServerSideCopy(this.http, "index 'documents'",
				new Patience(Duration.ofSeconds(10), Duration.ofMillis(1)));
	}

	private static String state(boolean completed, int created, String failures) {
		return """
				{"completed":%s,"task":{"node":"n1","id":42,"status":{"total":4000,"created":%d,"version_conflicts":0}},
				"response":{"created":%d,"failures":%s}}""".formatted(completed, created, created, failures);
	}

}
