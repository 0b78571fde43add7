package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Step;
import dev.groundwork.resource.Difference;

/**
 * Explains a drift, with the way out that loses nothing. Pure.
 */
final class DriftExplanation {

	private DriftExplanation() {
	}

	static Diagnosis of(Step drift) {
		List<Difference> differences = drift.differences()
			.stream()
			.filter((difference) -> !difference.applicable() || drift.declaration().external())
			.toList();
		String evidence = differences.stream().map(Difference::toString).collect(Collectors.joining("; "));
		String attribute = differences.isEmpty() ? "" : differences.get(0).attribute();
		String name = drift.id().name();
		if (attribute.equals(IndexObservation.NAME)) {
			return diagnosis(drift, "cannot be created: its name stands for something else", evidence, occupied(name));
		}
		if (attribute.startsWith("aliases.")) {
			String alias = attribute.substring("aliases.".length());
			return diagnosis(drift, "cannot have the alias '%s': there is an index of that name".formatted(alias),
					evidence, takenAlias(name, alias));
		}
		return diagnosis(drift, "exists with other attributes than declared", evidence,
				differences.stream().allMatch(DriftExplanation::isAnalysis) ? analysis(name) : reindex(name));
	}

	private static Diagnosis diagnosis(Step drift, String cause, String evidence, String remedy) {
		return new Diagnosis(FailureKind.PERMANENT, drift.declaration().describe(), cause, evidence, remedy);
	}

	private static boolean isAnalysis(Difference difference) {
		return difference.attribute().startsWith("settings.index.analysis.");
	}

	private static String occupied(String name) {
		return ("Declare one of the indexes by its own name, or say which one is written: POST /_aliases "
				+ "{\"actions\":[{\"add\":{\"index\":\"…\",\"alias\":\"%s\",\"is_write_index\":true}}]}. "
				+ "A data stream is declared by its index template, not as an index.")
			.formatted(name);
	}

	private static String takenAlias(String name, String alias) {
		return ("Somebody wrote to '%2$s' before the alias was there. When '%1$s' exists, POST /_reindex "
				+ "{\"source\":{\"index\":\"%2$s\"},\"dest\":{\"index\":\"%1$s\"}}, then in one request POST /_aliases "
				+ "{\"actions\":[{\"remove_index\":{\"index\":\"%2$s\"}},"
				+ "{\"add\":{\"index\":\"%1$s\",\"alias\":\"%2$s\"}}]}. "
				+ "So that it does not happen again, write with require_alias=true or exclude the name in the cluster "
				+ "setting action.auto_create_index.")
			.formatted(name, alias);
	}

	private static String analysis(String name) {
		return ("%s What is only searched with, such as synonyms, "
				+ "can also be changed while the index is closed, when nobody reads or writes it: POST /%s/_close, "
				+ "PUT /%s/_settings, POST /%s/_open.")
			.formatted(reindex(name), name, name, name);
	}

	private static String reindex(String name) {
		return ("Elasticsearch cannot change this in place. Declare it as found, or create a new index, "
				+ "POST /_reindex {\"source\":{\"index\":\"%s\"},\"dest\":{\"index\":\"%s-2\"}} "
				+ "and give the application the new name.")
			.formatted(name, name);
	}

}
