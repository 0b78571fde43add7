package dev.groundwork.elasticsearch;

import java.util.Set;

import dev.groundwork.diagnosis.ConnectionDiagnosis;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * Diagnoses what Elasticsearch answers.
 */
final class ElasticsearchDiagnoses {

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private static final int UNAVAILABLE = 503;

	private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429, 500, 502, 503, 504);

	private final String server;

	ElasticsearchDiagnoses(String server) {
		this.server = server;
	}

	Diagnosis ofConnection(Throwable failure) {
		Diagnosis diagnosis = ConnectionDiagnosis.of(failure, this.server);
		return (diagnosis != null) ? diagnosis : new Diagnosis(FailureKind.TRANSIENT, this.server, "request failed",
				String.valueOf(failure), "See the server's log.");
	}

	Diagnosis of(Reply reply) {
		return of(this.server, reply);
	}

	Diagnosis of(String subject, Reply reply) {
		String evidence = "HTTP %d %s: %s".formatted(reply.status(), reply.errorType(), reply.errorReason());
		if (isBlock(reply)) {
			return blocked(subject, evidence);
		}
		if (reply.errorType().equals("media_type_header_exception")) {
			return new Diagnosis(FailureKind.PERMANENT, subject, "client and server are of different major versions",
					evidence, "Use the Elasticsearch client of the server's major version.");
		}
		if (reply.status() == UNAUTHORIZED) {
			return new Diagnosis(FailureKind.PERMANENT, subject, "login refused", evidence,
					"Correct spring.elasticsearch.username and spring.elasticsearch.password, or the API key.");
		}
		if (reply.status() == FORBIDDEN) {
			return new Diagnosis(FailureKind.PERMANENT, subject, "a privilege is missing", evidence,
					"Grant the index privileges create_index, manage and view_index_metadata and the cluster privilege "
							+ "monitor, or have the index created by somebody else: groundwork.mode=verify");
		}
		if (TRANSIENT.contains(reply.status())) {
			return new Diagnosis(FailureKind.TRANSIENT, subject, "the server cannot do it now", evidence,
					"Wait, or see the server's log.");
		}
		return new Diagnosis(FailureKind.PERMANENT, subject, "the server refuses", evidence,
				"Correct the definition as the server says.");
	}

	/**
	 * A cluster that has no master yet, or has not read its state, calls that a block
	 * too.
	 * @param reply the answer
	 * @return whether somebody, or the disk's watermark, has set a block
	 */
	private static boolean isBlock(Reply reply) {
		return reply.errorType().equals("cluster_block_exception") && reply.status() != UNAVAILABLE;
	}

	private static Diagnosis blocked(String subject, String evidence) {
		if (evidence.contains("flood-stage") || evidence.contains("read-only / allow delete")) {
			return new Diagnosis(FailureKind.BLOCKED, subject, "the cluster refuses writes: disk above flood stage",
					evidence, "Free disk space or add a node; Elasticsearch then lifts the block by itself.");
		}
		return new Diagnosis(FailureKind.BLOCKED, subject, "the cluster refuses it: somebody has set a block", evidence,
				"Lift the block: see index.blocks.* in GET /_settings and cluster.blocks.* in GET /_cluster/settings.");
	}

}
