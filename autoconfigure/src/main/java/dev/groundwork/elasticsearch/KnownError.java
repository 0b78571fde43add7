package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * An error of Elasticsearch that is understood.
 *
 * @param type the type of the error
 * @param words what the reason contains in lower case, empty if the type alone tells
 * @param kind whether it is worth trying again
 * @param cause why it fails
 * @param remedy what to do about it
 */
record KnownError(String type, String words, FailureKind kind, String cause, String remedy) {

	private static final List<KnownError> ALL = List.of(
			lasting("media_type_header_exception", "", "client and server are of different major versions",
					"Use the Elasticsearch client of the server's major version."),
			lasting("validation_exception", "shards open", "the cluster has all the shards it may have",
					"Delete indexes nobody needs, declare fewer shards or replicas, add a node, or raise "
							+ "cluster.max_shards_per_node."),
			lasting("mapper_parsing_exception", "has not been configured",
					"a mapping names an analyzer that does not exist",
					"Define it in the settings of the index under analysis, or correct its name."),
			lasting("mapper_parsing_exception", "", "the server refuses the mappings",
					"Correct the mappings as the server says."),
			lasting("illegal_argument_exception", "limit of total fields",
					"the mappings have more fields than the index may have",
					"Map fewer fields (type flattened takes any number of keys), or raise "
							+ "index.mapping.total_fields.limit."),
			lasting("illegal_argument_exception", "unknown setting", "the server does not know a setting",
					"Correct its name, or remove it: it may be of another version, or of a plugin that is missing."),
			lasting("illegal_argument_exception", "failed to parse value", "a setting has a value that is not allowed",
					"Correct the value as the server says."),
			lasting("illegal_argument_exception", "failed to find", "an analyzer uses a part that does not exist",
					"Define the tokenizer or filter under analysis, correct its name, or install its plugin."),
			lasting("illegal_argument_exception", "cannot be changed from type", "a field has another type already",
					"Declare it as found, or create a new index and reindex."),
			lasting("illegal_argument_exception", "can't update non dynamic settings",
					"a setting can be set only when the index is created",
					"Declare it as found, or create a new index and reindex."),
			lasting("illegal_argument_exception", "policy", "the lifecycle policy does not exist or is not allowed",
					"Create the policy first, or correct index.lifecycle.name."),
			lasting("illegal_argument_exception", "no handler found", "the server does not have this part of the API",
					"It may be of another version, or have been built without it."),
			lasting("invalid_index_name_exception", "already exists as alias", "an alias has this name already",
					"Give the index another name, or remove the alias."),
			lasting("invalid_index_name_exception", "", "the name of the index is not allowed",
					"Use lower case and none of \\ / * ? \" < > | , # or a space, and do not begin with - _ or +."),
			lasting("invalid_alias_name_exception", "same name as the alias",
					"an index has the name of the alias already",
					"A service that writes before the alias is there creates such an index by itself: delete it or "
							+ "reindex it, and let writers set require_alias=true."),
			lasting("invalid_alias_name_exception", "", "the name of the alias is not allowed",
					"Correct the name as the server says."),
			lasting("illegal_state_exception", "more than one write index", "the alias has another write index already",
					"Let one index only have is_write_index."),
			lasting("parse_exception", "unknown key", "the definition has a member that the server does not know",
					"Correct its name: an index has settings, mappings and aliases."),
			passing("index_not_found_exception", "", "the index does not exist",
					"It may just have been deleted: find out by whom."),
			passing("process_cluster_event_timeout_exception", "", "the master is too busy",
					"Wait; if it stays, see GET /_cluster/pending_tasks."),
			passing("master_not_discovered_exception", "", "the cluster has no master",
					"Start the missing nodes: a majority of the master-eligible ones must be there."),
			passing("circuit_breaking_exception", "", "the server is short of memory",
					"Wait, or give the nodes more heap."),
			passing("es_rejected_execution_exception", "", "the server has too much to do", "Wait, or add a node."),
			passing("cluster_block_exception", "state not recovered", "the cluster has not read its state yet",
					"Wait until enough nodes have started."),
			passing("cluster_block_exception", "no master", "the cluster has no master",
					"Start the missing nodes: a majority of the master-eligible ones must be there."));

	private static KnownError lasting(String type, String words, String cause, String remedy) {
		return new KnownError(type, words, FailureKind.PERMANENT, cause, remedy);
	}

	private static KnownError passing(String type, String words, String cause, String remedy) {
		return new KnownError(type, words, FailureKind.TRANSIENT, cause, remedy);
	}

	static Optional<KnownError> of(Reply reply) {
		String reason = reply.errorReason().toLowerCase(Locale.ROOT);
		return ALL.stream()
			.filter((known) -> reply.errorType().equals(known.type) && reason.contains(known.words))
			.findFirst();
	}

	Diagnosis diagnose(String subject, String evidence) {
		return new Diagnosis(this.kind, subject, this.cause, evidence, this.remedy);
	}

}
