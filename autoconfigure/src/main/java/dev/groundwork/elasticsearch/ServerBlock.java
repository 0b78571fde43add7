package dev.groundwork.elasticsearch;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * Diagnosis of a block, which the cluster or somebody has set on an index or on the whole
 * cluster. The server names it by a number.
 */
final class ServerBlock {

	private static final Pattern ID = Pattern.compile("\\[\\w+/(?<id>\\d+)/(?<text>[^\\]]*)\\]?");

	static final String FREE_DISK = "Free disk space or add a node; Elasticsearch then lifts the block by itself.";

	/**
	 * What lifts each block, by its number.
	 */
	private static final Map<String, String> SETTINGS = Map.of("5", "index.blocks.read_only", "7", "index.blocks.read",
			"8", "index.blocks.write", "9", "index.blocks.metadata", "6", "cluster.blocks.read_only", "10",
			"cluster.blocks.create_index", "13", "cluster.blocks.read_only_allow_delete");

	private ServerBlock() {
	}

	static Diagnosis diagnose(String subject, Reply reply, String evidence) {
		if (evidence.contains("flood-stage") || evidence.contains("index read-only / allow delete")) {
			return new Diagnosis(FailureKind.BLOCKED, subject, "the cluster refuses writes: disk above flood stage",
					evidence, FREE_DISK);
		}
		Matcher matcher = ID.matcher(reply.errorReason());
		String setting = matcher.find() ? SETTINGS.get(matcher.group("id")) : null;
		if (setting == null) {
			return new Diagnosis(FailureKind.BLOCKED, subject, "the cluster refuses it: somebody has set a block",
					evidence,
					"Lift the block: see index.blocks.* in GET /_settings and cluster.blocks.* in GET /_cluster/settings.");
		}
		return new Diagnosis(FailureKind.BLOCKED, subject, "the cluster refuses it: block " + setting + " is set",
				evidence, remedy(setting));
	}

	private static String remedy(String setting) {
		String place = setting.startsWith("cluster.") ? "PUT /_cluster/settings {\"persistent\":{\"%s\":null}}"
				: "PUT /<index>/_settings {\"%s\":null}";
		String remedy = "When whoever has set it agrees: " + place.formatted(setting);
		return setting.equals("cluster.blocks.create_index")
				? "Free disk space or add a node: the block is set when all nodes are full. " + remedy : remedy;
	}

}
