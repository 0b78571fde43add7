package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.groundwork.resource.Difference;

/**
 * Compares an index as declared with an index as the server returns it. Pure.
 */
final class IndexComparison {

	private IndexComparison() {
	}

	static List<Difference> between(IndexResource expected, Map<String, Object> actual) {
		return between(expected, LiveIndex.of(expected.name(), actual));
	}

	static List<Difference> between(IndexResource expected, LiveIndex actual) {
		List<Difference> differences = new ArrayList<>();
		differences.addAll(IndexSettings.compare(expected.settings(), actual.settings(), actual.defaults()));
		differences.addAll(IndexMappings.compare(expected.mappings(), actual.mappings()));
		differences.addAll(IndexAliases.compare(expected.aliases(), actual.aliases()));
		return differences;
	}

	/**
	 * Return the requests that bring an index in line with its declaration. The settings
	 * come first, because new fields may need a higher limit; all aliases change at once.
	 * @param expected the index as declared
	 * @param actual the index as it is
	 * @return the requests, in their order
	 */
	static List<ElasticsearchRequest> update(IndexResource expected, LiveIndex actual) {
		List<ElasticsearchRequest> requests = new ArrayList<>();
		Map<String, Object> settings = IndexSettings.update(expected.settings(), actual);
		if (!settings.isEmpty()) {
			requests.add(ElasticsearchRequest.put(ElasticsearchRequest.path(actual.name(), "_settings"), settings));
		}
		Map<String, Object> mappings = IndexMappings.update(expected.mappings(), actual.mappings());
		if (!mappings.isEmpty()) {
			requests.add(ElasticsearchRequest.put(ElasticsearchRequest.path(actual.name(), "_mapping"), mappings));
		}
		List<Map<String, Object>> actions = IndexAliases.actions(actual.name(), expected.aliases(), actual.aliases());
		if (!actions.isEmpty()) {
			requests.add(ElasticsearchRequest.post("/_aliases", Map.of("actions", actions)));
		}
		return requests;
	}

}
