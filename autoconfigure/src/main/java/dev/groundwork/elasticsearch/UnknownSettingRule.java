package dev.groundwork.elasticsearch;

import java.util.Set;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;

/**
 * Settings of which not even the first part is known. A plug-in may know it.
 */
final class UnknownSettingRule extends ResourceRule<IndexResource> {

	private static final Set<String> KNOWN = Set.of("number_of_shards", "number_of_replicas",
			"number_of_routing_shards", "auto_expand_replicas", "refresh_interval", "codec", "mode", "hidden", "format",
			"priority", "analysis", "analyze", "allocation", "blocks", "bloom_filter_for_id_field", "compound_format",
			"data_path", "default_pipeline", "dense_vector", "esql", "fast_refresh", "fielddata", "final_pipeline",
			"flush_after_merge", "gc_deletes", "highlight", "indexing", "lifecycle",
			"load_fixed_bitset_filters_eagerly", "logsdb", "mapper", "mapping", "max_adjacency_matrix_filters",
			"max_docvalue_fields_search", "max_inner_result_window", "max_ngram_diff", "max_query_string_length",
			"max_refresh_listeners", "max_regex_length", "max_rescore_window", "max_result_window", "max_script_fields",
			"max_shingle_diff", "max_slices_per_pit", "max_slices_per_scroll", "max_terms_count", "merge",
			"number_of_search_only_replicas", "provided_name", "queries", "query", "query_string", "recovery",
			"routing", "routing_partition_size", "routing_path", "search", "seq_no", "shard", "shard_limit",
			"similarity", "soft_deletes", "sort", "store", "time_series", "top_metrics_max_size", "translog",
			"unassigned", "use_time_series_doc_values_format", "vectors", "verified_before_close", "verified_read_only",
			"warmer", "write", "xpack");

	UnknownSettingRule() {
		super("unknown-index-setting", LintSeverity.WARNING, IndexResource.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, IndexResource index, DesiredState desired) {
		return index.settings()
			.keySet()
			.stream()
			.filter((name) -> !KNOWN.contains(name.split("\\.")[1]))
			.map((name) -> new LintViolation(declaration, "has the setting '%s', which is not known".formatted(name),
					"Correct its name, or switch the rule off if a plug-in of the server knows it."));
	}

}
