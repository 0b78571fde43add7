package dev.groundwork.elasticsearch;

import java.util.Optional;
import java.util.Set;

import dev.groundwork.diagnosis.ConnectionDiagnosis;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.apache.hc.core5.http2.impl.nio.ProtocolNegotiationException;
import org.jspecify.annotations.Nullable;

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
		if (isNegotiation(failure)) {
			return new Diagnosis(FailureKind.PERMANENT, this.server, "TLS handshake failed", String.valueOf(failure),
					"Compare the versions of TLS and the cipher suites of the server with those of the SSL bundle "
							+ "(spring.ssl.bundle.*); the client does not tell which.");
		}
		Diagnosis diagnosis = ConnectionDiagnosis.of(failure, this.server);
		return (diagnosis != null) ? diagnosis : new Diagnosis(FailureKind.TRANSIENT, this.server, "request failed",
				String.valueOf(failure), "See the server's log.");
	}

	/**
	 * The client takes the alert with which a server ends the handshake for the choice of
	 * a protocol.
	 * @param failure the failure
	 * @return whether the handshake was ended by the server
	 */
	private static boolean isNegotiation(@Nullable Throwable failure) {
		return failure != null
				&& (failure instanceof ProtocolNegotiationException || isNegotiation(failure.getCause()));
	}

	/**
	 * Refuse an answer that does not come from Elasticsearch.
	 * @param reply the answer
	 * @return the same answer
	 * @throws DiagnosedException if something else has answered
	 */
	Reply requireElasticsearch(Reply reply) {
		Diagnosis foreign = ForeignAnswer.diagnose(this.server, reply);
		if (foreign != null) {
			throw new DiagnosedException(foreign, null);
		}
		return reply;
	}

	Diagnosis of(Reply reply) {
		return of(this.server, reply);
	}

	Diagnosis of(String subject, Reply reply) {
		Diagnosis foreign = ForeignAnswer.diagnose(this.server, reply);
		if (foreign != null) {
			return foreign;
		}
		String evidence = evidence(reply);
		if (reply.errorType().equals("cluster_block_exception") && reply.status() != UNAVAILABLE) {
			return ServerBlock.diagnose(subject, reply, evidence);
		}
		Optional<KnownError> known = KnownError.of(reply);
		return known.isPresent() ? known.get().diagnose(subject, evidence)
				: byStatus(subject, reply.status(), evidence);
	}

	private static String evidence(Reply reply) {
		String type = reply.errorType();
		String evidence = "HTTP %d%s: %s".formatted(reply.status(), type.isEmpty() ? "" : " " + type,
				reply.errorReason());
		String retryAfter = reply.header("Retry-After");
		return retryAfter.isEmpty() ? evidence : evidence + " (Retry-After: " + retryAfter + ")";
	}

	private static Diagnosis byStatus(String subject, int status, String evidence) {
		if (status == UNAUTHORIZED) {
			return new Diagnosis(FailureKind.PERMANENT, subject, "login refused", evidence,
					"Correct spring.elasticsearch.username and spring.elasticsearch.password, or the API key.");
		}
		if (status == FORBIDDEN) {
			return new Diagnosis(FailureKind.PERMANENT, subject, "a privilege is missing", evidence,
					"Grant the index privileges create_index, manage and view_index_metadata and the cluster privilege "
							+ "monitor, or have the index created by somebody else: groundwork.mode=verify");
		}
		if (TRANSIENT.contains(status)) {
			return new Diagnosis(FailureKind.TRANSIENT, subject, "the server cannot do it now", evidence,
					"Wait, or see the server's log.");
		}
		return new Diagnosis(FailureKind.PERMANENT, subject, "the server refuses", evidence,
				"Correct the definition as the server says.");
	}

}
