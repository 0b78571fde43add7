package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.apache.hc.core5.http2.impl.nio.ProtocolNegotiationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ElasticsearchDiagnoses}, on what servers have answered.
 */
class ElasticsearchDiagnosesTests {

	private static final String SUBJECT = "index 'documents' (declared by a test)";

	private final ElasticsearchDiagnoses diagnoses = new ElasticsearchDiagnoses("Elasticsearch at http://search:9200");

	@Test
	void floodStageIsBlockedUntilThereIsSpace() {
		String reason = "index [documents] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage "
				+ "watermark, index has read-only-allow-delete block];";
		assertThat(diagnose(429, "cluster_block_exception", reason))
			.isEqualTo(new Diagnosis(FailureKind.BLOCKED, SUBJECT, "the cluster refuses writes: disk above flood stage",
					"HTTP 429 cluster_block_exception: " + reason,
					"Free disk space or add a node; Elasticsearch then lifts the block by itself."));
	}

	@Test
	void floodStageOfAnOldServerIsBlockedToo() {
		String reason = "blocked by: [FORBIDDEN/12/index read-only / allow delete (api)];";
		assertThat(diagnose(403, "cluster_block_exception", reason).kind()).isEqualTo(FailureKind.BLOCKED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			FORBIDDEN/5/index read-only (api) | index.blocks.read_only
			FORBIDDEN/8/index write (api) | index.blocks.write
			FORBIDDEN/9/index metadata (api) | index.blocks.metadata
			FORBIDDEN/6/cluster read-only (api) | cluster.blocks.read_only
			FORBIDDEN/10/cluster create-index blocked (api) | cluster.blocks.create_index
			FORBIDDEN/13/cluster read-only / allow delete (api) | cluster.blocks.read_only_allow_delete
			""")
	void blockThatSomebodyHasSetIsNamedAndNotCalledDisk(String block, String setting) {
		String reason = "index [documents] blocked by: [%s];".formatted(block);
		Diagnosis diagnosis = diagnose(403, "cluster_block_exception", reason);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED);
		assertThat(diagnosis.cause()).isEqualTo("the cluster refuses it: block %s is set".formatted(setting));
		assertThat(diagnosis.evidence()).isEqualTo("HTTP 403 cluster_block_exception: " + reason);
		assertThat(diagnosis.remedy()).contains("{\"" + setting + "\":null}");
	}

	@Test
	void blockOfAnUnknownNumberIsBlockedToo() {
		Diagnosis diagnosis = diagnose(403, "cluster_block_exception", "blocked by: [FORBIDDEN/99/odd];");
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED);
		assertThat(diagnosis.remedy()).contains("GET /_cluster/settings");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					503 | cluster_block_exception | blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized]; | TRANSIENT | the cluster has not read its state yet
					503 | cluster_block_exception | blocked by: [SERVICE_UNAVAILABLE/2/no master]; | TRANSIENT | the cluster has no master
					503 | master_not_discovered_exception | null | TRANSIENT | the cluster has no master
					503 | process_cluster_event_timeout_exception | failed to process cluster event (put-mapping) within 30s | TRANSIENT | the master is too busy
					429 | es_rejected_execution_exception | rejected execution | TRANSIENT | the server has too much to do
					429 | circuit_breaking_exception | [parent] Data too large | TRANSIENT | the server is short of memory
					404 | index_not_found_exception | no such index [documents] | TRANSIENT | the index does not exist
					400 | mapper_parsing_exception | Failed to parse mapping: analyzer [x] has not been configured in mappings | PERMANENT | a mapping names an analyzer that does not exist
					400 | mapper_parsing_exception | The mapper type [txt] does not exist | PERMANENT | the server refuses the mappings
					400 | illegal_argument_exception | Limit of total fields [1] has been exceeded | PERMANENT | the mappings have more fields than the index may have
					400 | illegal_argument_exception | unknown setting [index.nope] did you mean [index.mode]? | PERMANENT | the server does not know a setting
					400 | illegal_argument_exception | Failed to parse value [0] for setting [index.number_of_shards] must be >= 1 | PERMANENT | a setting has a value that is not allowed
					400 | illegal_argument_exception | Custom Analyzer [x] failed to find filter under name [nope] | PERMANENT | an analyzer uses a part that does not exist
					400 | illegal_argument_exception | mapper [t] cannot be changed from type [text] to [keyword] | PERMANENT | a field has another type already
					400 | illegal_argument_exception | Can't update non dynamic settings [[index.codec]] for open indices | PERMANENT | a setting can be set only when the index is created
					400 | illegal_argument_exception | something else | PERMANENT | the server refuses
					400 | invalid_index_name_exception | Invalid index name [Upper], must be lowercase | PERMANENT | the name of the index is not allowed
					400 | invalid_index_name_exception | Invalid index name [ali], already exists as alias | PERMANENT | an alias has this name already
					400 | invalid_alias_name_exception | Invalid alias name [ok]: an index or data stream exists with the same name as the alias | PERMANENT | an index has the name of the alias already
					400 | invalid_alias_name_exception | Invalid alias name [A*]: must not contain | PERMANENT | the name of the alias is not allowed
					500 | illegal_state_exception | alias [ali] has more than one write index [a,b] | PERMANENT | the alias has another write index already
					400 | validation_exception | this action would add [6] shards, but this cluster currently has [4]/[1] maximum normal shards open | PERMANENT | the cluster has all the shards it may have
					400 | parse_exception | unknown key [setings] for create index | PERMANENT | the definition has a member that the server does not know
					""")
	void knownErrorIsExplained(int status, String type, String reason, FailureKind kind, String cause) {
		Diagnosis diagnosis = diagnose(status, type, reason);
		assertThat(diagnosis).isEqualTo(new Diagnosis(kind, SUBJECT, cause,
				"HTTP %d %s: %s".formatted(status, type, reason), diagnosis.remedy()));
		assertThat(diagnosis.remedy()).isNotBlank();
	}

	@Test
	void waitThatTheServerAsksForIsShown() {
		Reply reply = new Reply(429, "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"no\"}}",
				Map.of("retry-after", "5"));
		assertThat(this.diagnoses.of(SUBJECT, reply).evidence()).endsWith("no (Retry-After: 5)");
	}

	@Test
	void pageOfAProxyThatHasNoServerIsWaitedForAndReadable() {
		Reply reply = new Reply(502, "<html><head><title>502 Bad Gateway</title><style>p{}</style></head>"
				+ "<body><h1>502  Bad Gateway</h1></body></html>", Map.of("server", "nginx"));
		assertThat(this.diagnoses.of(SUBJECT, reply)).isEqualTo(new Diagnosis(FailureKind.TRANSIENT,
				"Elasticsearch at http://search:9200", "a proxy in between cannot reach Elasticsearch",
				"HTTP 502 from nginx: 502 Bad Gateway 502 Bad Gateway",
				"Start Elasticsearch, or see the log of the proxy."));
	}

	@Test
	void pageOfAnotherServerIsPermanent() {
		Reply reply = new Reply(404, "404 page not found");
		assertThat(this.diagnoses.of(SUBJECT, reply).kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(this.diagnoses.of(SUBJECT, reply).cause()).isEqualTo("something else than Elasticsearch answers");
	}

	@Test
	void successOfSomethingElseIsRefused() {
		assertThatExceptionOfType(DiagnosedException.class)
			.isThrownBy(() -> this.diagnoses.requireElasticsearch(new Reply(200, "<html>Welcome</html>")))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(FailureKind.PERMANENT));
		assertThatExceptionOfType(DiagnosedException.class)
			.isThrownBy(() -> this.diagnoses
				.requireElasticsearch(new Reply(302, "", Map.of("location", "https://login.example/"))))
			.withMessageContaining("a redirect");
	}

	@Test
	void serverThatDoesNotSayThatItIsElasticsearchIsRefused() {
		assertThatExceptionOfType(DiagnosedException.class)
			.isThrownBy(() -> this.diagnoses
				.requireElasticsearch(new Reply(200, "{}", Map.of("content-type", "application/json"))))
			.satisfies((ex) -> assertThat(ex.getDiagnoses().get(0).remedy()).contains("OpenSearch"));
	}

	@Test
	void answerOfElasticsearchIsAccepted() {
		Reply success = new Reply(200, "{}", Map.of("x-elastic-product", "Elasticsearch"));
		assertThat(this.diagnoses.requireElasticsearch(success)).isSameAs(success);
		Reply refusal = new Reply(403, "{\"error\":{\"type\":\"cluster_block_exception\"}}",
				Map.of("content-type", "application/json"));
		assertThat(this.diagnoses.requireElasticsearch(refusal)).isSameAs(refusal);
	}

	@Test
	void handshakeThatTheServerEndsIsPermanent() {
		Diagnosis diagnosis = this.diagnoses
			.ofConnection(new IOException(new ProtocolNegotiationException("Unexpected input")));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo("TLS handshake failed");
	}

	@Test
	void otherMajorVersionIsNamed() {
		String reason = "Invalid media-type value on headers [Accept]";
		assertThat(diagnose(400, "media_type_header_exception", reason)).isEqualTo(
				new Diagnosis(FailureKind.PERMANENT, SUBJECT, "client and server are of different major versions",
						"HTTP 400 media_type_header_exception: " + reason,
						"Use the Elasticsearch client of the server's major version."));
	}

	@Test
	void refusedLoginIsPermanent() {
		assertThat(diagnose(401, "security_exception", "unable to authenticate user [search]"))
			.isEqualTo(new Diagnosis(FailureKind.PERMANENT, SUBJECT, "login refused",
					"HTTP 401 security_exception: unable to authenticate user [search]",
					"Correct spring.elasticsearch.username and spring.elasticsearch.password, or the API key."));
	}

	@Test
	void missingPrivilegeIsPermanentAndNamesThePrivileges() {
		assertThat(diagnose(403, "security_exception", "action is unauthorized"))
			.isEqualTo(new Diagnosis(FailureKind.PERMANENT, SUBJECT, "a privilege is missing",
					"HTTP 403 security_exception: action is unauthorized",
					"Grant the index privileges create_index, manage and view_index_metadata and the cluster privilege "
							+ "monitor, or have the index created by somebody else: groundwork.mode=verify"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 429, 500, 502, 503, 504 })
	void serverThatCannotDoItNowIsWaitedFor(int status) {
		assertThat(diagnose(status, "some_exception", "later"))
			.isEqualTo(new Diagnosis(FailureKind.TRANSIENT, SUBJECT, "the server cannot do it now",
					"HTTP %d some_exception: later".formatted(status), "Wait, or see the server's log."));
	}

	@Test
	void withoutASubjectTheServerIsTheSubject() {
		assertThat(this.diagnoses.of(new Reply(503, "{}")).subject()).isEqualTo("Elasticsearch at http://search:9200");
	}

	@Test
	void refusedConnectionIsWaitedFor() {
		assertThat(this.diagnoses.ofConnection(new ConnectException("Connection refused")))
			.isEqualTo(new Diagnosis(FailureKind.TRANSIENT, "Elasticsearch at http://search:9200", "connection refused",
					"java.net.ConnectException: Connection refused",
					"Start the server, or correct the address in the configuration."));
	}

	@Test
	void mutenessIsWaitedFor() {
		assertThat(this.diagnoses.ofConnection(new TimeoutException()).cause()).isEqualTo("no answer in time");
	}

	@Test
	void anUnknownFailureIsWaitedFor() {
		Diagnosis diagnosis = this.diagnoses.ofConnection(new IllegalStateException("odd"));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause()).isEqualTo("request failed");
		assertThat(diagnosis.evidence()).isEqualTo("java.lang.IllegalStateException: odd");
	}

	private Diagnosis diagnose(int status, String type, String reason) {
		String body = "{\"error\":{\"type\":\"%s\",\"reason\":\"%s\"},\"status\":%d}".formatted(type, reason, status);
		return this.diagnoses.of(SUBJECT, new Reply(status, body));
	}

}
