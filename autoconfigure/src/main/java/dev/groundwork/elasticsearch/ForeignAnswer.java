package dev.groundwork.elasticsearch;

import java.util.Set;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Diagnosis of an answer that does not come from Elasticsearch: from a proxy in between,
 * another product or another server altogether.
 */
final class ForeignAnswer {

	private static final String PRODUCT = "x-elastic-product";

	private static final Set<Integer> GATEWAY = Set.of(408, 425, 429, 502, 503, 504);

	private static final String CORRECT_ADDRESS = "Correct spring.elasticsearch.uris, or what stands between.";

	private ForeignAnswer() {
	}

	/**
	 * Diagnose an answer that must not be taken for that of Elasticsearch.
	 * @param server the name and the address of the server
	 * @param reply the answer
	 * @return the diagnosis or {@code null} if it is an answer of Elasticsearch
	 */
	static @Nullable Diagnosis diagnose(String server, Reply reply) {
		if (reply.isRedirect()) {
			return new Diagnosis(FailureKind.PERMANENT, server, "something else than Elasticsearch answers: a redirect",
					evidence(reply) + " to " + reply.header("Location"), CORRECT_ADDRESS);
		}
		if (!reply.isJson()) {
			return page(server, reply);
		}
		// A refusal of Elasticsearch itself may lack the header
		if (!reply.isError() && !reply.headers().isEmpty() && reply.header(PRODUCT).isEmpty()) {
			return new Diagnosis(FailureKind.PERMANENT, server,
					"the server does not say that it is Elasticsearch, which its client insists on",
					evidence(reply) + ", no header X-Elastic-Product",
					"Use Elasticsearch 7.14 or later (OpenSearch needs another client), and let proxies pass the header.");
		}
		return null;
	}

	private static Diagnosis page(String server, Reply reply) {
		String evidence = evidence(reply) + ": " + Excerpt.of(reply.body());
		return GATEWAY.contains(reply.status())
				? new Diagnosis(FailureKind.TRANSIENT, server, "a proxy in between cannot reach Elasticsearch",
						evidence, "Start Elasticsearch, or see the log of the proxy.")
				: new Diagnosis(FailureKind.PERMANENT, server, "something else than Elasticsearch answers", evidence,
						CORRECT_ADDRESS);
	}

	private static String evidence(Reply reply) {
		String server = reply.header("Server");
		return server.isEmpty() ? "HTTP " + reply.status() : "HTTP %d from %s".formatted(reply.status(), server);
	}

}
