package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.groundwork.resource.Difference;

/**
 * What else there is to know about an index that exists. Pure.
 */
final class IndexNotes {

	private IndexNotes() {
	}

	static List<String> of(IndexResource expected, LiveIndex actual, List<Difference> differences,
			Surroundings around) {
		List<String> notes = new ArrayList<>(around.notes());
		if (!actual.name().equals(expected.name())) {
			notes.add("is the index '%s', reached by its alias".formatted(actual.name()));
		}
		addReplicas(actual, around.health().dataNodes(), notes);
		addReindex(actual, differences, notes);
		beyond(expected, actual).forEach((attribute,
				value) -> notes.add("%s: '%s' on the server, not declared%s".formatted(attribute, value,
						around.templates()
							.find(actual.name())
							.map((template) -> " (" + template + " matches the name)")
							.orElse(""))));
		return notes;
	}

	/**
	 * Return what the index has beyond its declaration.
	 * @param expected the index as declared
	 * @param actual the index as it is
	 * @return values by attribute
	 */
	static Map<String, Object> beyond(IndexResource expected, LiveIndex actual) {
		Map<String, Object> beyond = new TreeMap<>();
		IndexSettings.beyond(expected.settings(), actual.settings())
			.forEach((name, value) -> beyond.put("settings." + name, value));
		IndexMappings.beyond(expected.mappings(), actual.mappings(), beyond::put);
		return beyond;
	}

	private static void addReplicas(LiveIndex actual, int dataNodes, List<String> notes) {
		Map<String, Object> settings = IndexSettings.normalize(actual.settings());
		if (dataNodes == 0 || IndexSettings.isAutoExpanded(settings)) {
			return;
		}
		String replicas = Nested.text(settings, IndexSettings.REPLICAS);
		if (replicas.matches("\\d{1,9}") && Integer.parseInt(replicas) >= dataNodes) {
			notes.add(("%s of %s can never be allocated on %d data node%s: a replica is never on the node of its "
					+ "primary shard")
				.formatted(IndexSettings.REPLICAS, replicas, dataNodes, (dataNodes != 1) ? "s" : ""));
		}
	}

	private static void addReindex(LiveIndex actual, List<Difference> differences, List<String> notes) {
		List<String> attributes = differences.stream()
			.filter(Difference::applicable)
			.map(Difference::attribute)
			.filter(IndexNotes::isAboutDocuments)
			.toList();
		if (!attributes.isEmpty()) {
			notes.add(
					"documents that are already there do not have %s until they are indexed again: POST /%s/_update_by_query?conflicts=proceed"
						.formatted(String.join(", ", attributes), actual.name()));
		}
	}

	private static boolean isAboutDocuments(String attribute) {
		if (!attribute.startsWith("mappings.") || attribute.startsWith("mappings.runtime.")) {
			return false;
		}
		String parameter = attribute.substring(attribute.lastIndexOf('.') + 1);
		return MappingParameters.isIndexed(parameter) || !MappingParameters.isUpdatable(parameter, null, Map.of());
	}

}
