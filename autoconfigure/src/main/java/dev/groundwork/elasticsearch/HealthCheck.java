package dev.groundwork.elasticsearch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * Waits until the shards of the given indexes are active. Only of these: an index of
 * somebody else may be broken.
 */
final class HealthCheck {

	private static final int FORBIDDEN = 403;

	private static final String PATIENCE = "3s";

	private final ElasticsearchHttp http;

	private final WaitForStatus awaited;

	HealthCheck(ElasticsearchHttp http, WaitForStatus awaited) {
		this.http = http;
		this.awaited = awaited;
	}

	/**
	 * Return the requests that ask for the health as it is, without waiting for any. They
	 * can be sent before it is known which of the indexes exist.
	 * @param names the names of indexes
	 * @return the requests
	 */
	List<ElasticsearchRequest> requests(Collection<String> names) {
		return (this.awaited != WaitForStatus.NONE)
				? NameChunks.of(names).stream().map((chunk) -> health(chunk, "0s")).toList() : List.of();
	}

	/**
	 * Wait for the status, unless it has been reached.
	 * @param indexes the indexes that exist, by the name of each as declared
	 * @param replies the answers to the {@link #requests(Collection) requests}
	 * @return the health
	 * @throws DiagnosedException if an index does not reach the status in time
	 */
	IndexHealth await(Map<String, LiveIndex> indexes, List<Reply> replies) {
		IndexHealth seen = replies.stream().allMatch(HealthCheck::isAnswer) ? health(replies) : IndexHealth.UNKNOWN;
		boolean reached = !indexes.isEmpty() && seen.statuses().values().stream().allMatch(this::isReached)
				&& indexes.values().stream().map(LiveIndex::name).allMatch(seen.statuses()::containsKey);
		return reached ? seen : await(indexes.keySet());
	}

	/**
	 * Wait for the status.
	 * @param names the names of indexes that exist
	 * @return the health
	 * @throws DiagnosedException if an index does not reach the status in time
	 */
	IndexHealth await(Collection<String> names) {
		if (names.isEmpty() || this.awaited == WaitForStatus.NONE) {
			return IndexHealth.UNKNOWN;
		}
		IndexHealth health = read(names);
		List<Diagnosis> failures = health.statuses()
			.keySet()
			.stream()
			.sorted()
			.filter((name) -> !isReached(health.statuses().getOrDefault(name, "")))
			.map((name) -> failure(name, health))
			.toList();
		if (!failures.isEmpty()) {
			throw new DiagnosedException(failures, null);
		}
		return health;
	}

	/**
	 * Wait until an index that was just created is there.
	 * @param name the name of the index
	 */
	void awaitCreation(String name) {
		this.http.send(health(List.of(name), PATIENCE));
	}

	private IndexHealth read(Collection<String> names) {
		List<Reply> replies = this.http
			.sendAll(NameChunks.of(names).stream().map((chunk) -> health(chunk, PATIENCE)).toList());
		for (Reply reply : replies) {
			if (reply.status() == FORBIDDEN || ClusterDefinitions.isUnknownToServer(reply)) {
				return readStatistics(names);
			}
			if (!isAnswer(reply)) {
				throw new DiagnosedException(this.http.diagnoses().of(reply), null);
			}
		}
		return health(replies);
	}

	// It has status 408 when the time is over, and says how far it has come
	private static boolean isAnswer(Reply reply) {
		return !reply.isError() || reply.json().containsKey("timed_out");
	}

	private static IndexHealth health(List<Reply> replies) {
		Map<String, String> statuses = new LinkedHashMap<>();
		int dataNodes = 0;
		for (Reply reply : replies) {
			Map<String, Object> health = reply.json();
			Nested.map(health, "indices")
				.forEach((name, index) -> statuses.put(name, Nested.text(Nested.map(index), "status")));
			dataNodes = (health.get("number_of_data_nodes") instanceof Number number) ? number.intValue() : dataNodes;
		}
		return new IndexHealth(statuses, dataNodes, List.of());
	}

	private ElasticsearchRequest health(List<String> names, String patience) {
		String status = (this.awaited == WaitForStatus.GREEN) ? "green" : "yellow";
		return ElasticsearchRequest.get("/_cluster/health/" + ElasticsearchRequest.names(names))
			.with("level", "indices")
			.with("wait_for_status", status)
			.with("timeout", patience)
			.with("filter_path", "timed_out,number_of_data_nodes,indices.*.status,error,status");
	}

	/**
	 * Read the health of the indexes where that of the cluster is not ours to read.
	 * @param names the names of indexes that exist
	 * @return what can be known
	 */
	private IndexHealth readStatistics(Collection<String> names) {
		Map<String, String> statuses = new LinkedHashMap<>();
		for (Reply reply : this.http.sendAll(NameChunks.of(names).stream().map(HealthCheck::statistics).toList())) {
			if (reply.isError()) {
				return new IndexHealth(Map.of(), 0, List
					.of("whether its shards are active is not known (HTTP %d): that takes the cluster privilege monitor or the index privilege monitor, and a server that tells"
						.formatted(reply.status())));
			}
			Nested.map(reply.json(), "indices")
				.forEach((name, index) -> statuses.put(name, Nested.text(Nested.map(index), "health")));
		}
		return new IndexHealth(statuses, 0,
				List.of("the health of the cluster cannot be read: that of the index was, without waiting for it"));
	}

	private static ElasticsearchRequest statistics(List<String> names) {
		return ElasticsearchRequest.get("/" + ElasticsearchRequest.names(names) + "/_stats/docs")
			.with("filter_path", "indices.*.health,error,status");
	}

	private boolean isReached(String status) {
		return switch (status) {
			case "red" -> false;
			case "yellow" -> this.awaited == WaitForStatus.YELLOW;
			default -> true;
		};
	}

	private Diagnosis failure(String name, IndexHealth health) {
		String status = health.statuses().getOrDefault(name, "");
		String evidence = "status %s, awaited %s, %d data nodes".formatted(status,
				this.awaited.name().toLowerCase(Locale.ROOT), health.dataNodes());
		if (status.equals("red")) {
			return new Diagnosis(FailureKind.TRANSIENT, "index '%s'".formatted(name),
					"has no active primary shard (status red)", evidence, "See why: GET /_cluster/allocation/explain");
		}
		return new Diagnosis(FailureKind.TRANSIENT, "index '%s'".formatted(name),
				"has a replica shard that is not active (status yellow)", evidence,
				"Add data nodes, declare fewer replicas than there are data nodes, or be content with the primary "
						+ "shards: groundwork.elasticsearch.wait-for-status=yellow");
	}

}
