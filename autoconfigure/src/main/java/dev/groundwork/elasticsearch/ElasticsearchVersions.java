package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * {@link VersionServer} that is an Elasticsearch.
 */
final class ElasticsearchVersions implements VersionServer {

	private static final int NOT_FOUND = 404;

	private final ElasticsearchHttp http;

	private final String subject;

	/**
	 * Create a new {@link ElasticsearchVersions} instance.
	 * @param http the requests
	 * @param subject what is worked on, for diagnoses
	 */
	ElasticsearchVersions(ElasticsearchHttp http, String subject) {
		this.http = http;
		this.subject = subject;
	}

	@Override
	public FoundVersions read(VersionedName name) {
		Reply reply = this.http.get("/%s,%s".formatted(name.alias(), name.allVersions()),
				Map.of("ignore_unavailable", "true", "flat_settings", "true", "expand_wildcards", "all"));
		return FoundVersions.of(name, accepted(reply).json());
	}

	@Override
	public boolean create(IndexResource index) {
		Reply reply = this.http.put("/" + index.name(), index.body());
		return !reply.errorType().equals("resource_already_exists_exception") && !accepted(reply).isError();
	}

	@Override
	public boolean alias(List<AliasAction> actions) {
		Reply reply = this.http.post("/_aliases", Map.of(),
				Map.of("actions", actions.stream().map(AliasAction::body).toList()));
		return reply.status() != NOT_FOUND && !accepted(reply).isError();
	}

	@Override
	public void block(String index) {
		accepted(this.http.put("/%s/_block/write".formatted(index), Map.of()));
	}

	@Override
	public void unblock(String index) {
		Map<String, Object> settings = new TreeMap<>();
		settings.put("index.blocks.write", null);
		accepted(this.http.put("/%s/_settings".formatted(index), settings));
	}

	@Override
	public void correct(IndexResource index) {
		accepted(this.http.put("/%s/_mapping".formatted(index.name()), index.mappings()));
	}

	@Override
	public String checkpoint(String index) {
		Reply reply = accepted(this.http.get("/%s/_stats/docs".formatted(index), Map.of("level", "shards")));
		Map<String, Object> found = Nested.map(Nested.map(reply.json(), "indices"), index);
		Map<String, Object> checkpoints = new TreeMap<>();
		Nested.map(found, "shards").forEach((shard, copies) -> checkpoints.put(shard, checkpoint(copies)));
		if (checkpoints.isEmpty() || checkpoints.containsValue("")) {
			throw new DiagnosedException(new Diagnosis(FailureKind.TRANSIENT, "index '%s'".formatted(index),
					"has a shard whose state cannot be read", checkpoints.toString(),
					"See why: GET /_cluster/allocation/explain"), null);
		}
		return Nested.text(found, "uuid") + checkpoints;
	}

	private static String checkpoint(Object copies) {
		if (copies instanceof List<?> list) {
			for (Object copy : list) {
				if (Nested.text(Nested.map(Nested.map(copy), "routing"), "primary").equals("true")) {
					return Nested.text(Nested.map(Nested.map(copy), "seq_no"), "max_seq_no");
				}
			}
		}
		return "";
	}

	@Override
	public long count(String index) {
		requireAllShards(index, accepted(this.http.post("/%s/_refresh".formatted(index), Map.of(), Map.of())));
		Reply reply = accepted(this.http.get("/%s/_count".formatted(index), Map.of()));
		requireAllShards(index, reply);
		return Long.parseLong(Nested.text(reply.json(), "count"));
	}

	private static void requireAllShards(String index, Reply reply) {
		Map<String, Object> shards = Nested.map(reply.json(), "_shards");
		if (!Nested.text(shards, "failed").equals("0")) {
			throw new DiagnosedException(new Diagnosis(FailureKind.TRANSIENT, "index '%s'".formatted(index),
					"not every shard answered", shards.toString(), "See why: GET /_cluster/allocation/explain"), null);
		}
	}

	@Override
	public CopyResult copy(String source, CopyTarget version, long documents, Consumer<String> progress) {
		return new OfferedCopy(this.http, this.subject).copy(source, version, documents, progress);
	}

	private Reply accepted(Reply reply) {
		if (reply.isError()) {
			throw new DiagnosedException(this.http.diagnoses().of(this.subject, reply), null);
		}
		return reply;
	}

}
