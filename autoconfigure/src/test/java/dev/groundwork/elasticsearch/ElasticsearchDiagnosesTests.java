package dev.groundwork.elasticsearch;

import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

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

	@Test
	void blockThatSomebodyHasSetIsNotCalledDisk() {
		String reason = "index [documents] blocked by: [FORBIDDEN/8/index write (api)];";
		assertThat(diagnose(403, "cluster_block_exception", reason)).isEqualTo(new Diagnosis(FailureKind.BLOCKED,
				SUBJECT, "the cluster refuses it: somebody has set a block",
				"HTTP 403 cluster_block_exception: " + reason,
				"Lift the block: see index.blocks.* in GET /_settings and cluster.blocks.* in GET /_cluster/settings."));
	}

	@Test
	void clusterThatHasNoMasterYetIsWaitedForAndNotCalledFull() {
		String reason = "blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];";
		assertThat(diagnose(503, "cluster_block_exception", reason))
			.isEqualTo(new Diagnosis(FailureKind.TRANSIENT, SUBJECT, "the server cannot do it now",
					"HTTP 503 cluster_block_exception: " + reason, "Wait, or see the server's log."));
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

	@Test
	void definitionThatIsRefusedIsPermanent() {
		assertThat(diagnose(400, "mapper_parsing_exception", "The mapper type [txt] does not exist"))
			.isEqualTo(new Diagnosis(FailureKind.PERMANENT, SUBJECT, "the server refuses",
					"HTTP 400 mapper_parsing_exception: The mapper type [txt] does not exist",
					"Correct the definition as the server says."));
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
		assertThat(this.diagnoses.of(new Reply(502, "Bad Gateway")).subject())
			.isEqualTo("Elasticsearch at http://search:9200");
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
