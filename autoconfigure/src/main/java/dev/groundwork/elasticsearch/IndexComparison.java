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
		List<Difference> differences = new ArrayList<>();
		differences.addAll(IndexSettings.compare(expected.settings(), Nested.map(actual, "settings")));
		differences.addAll(IndexMappings.compare(expected.mappings(), Nested.map(actual, "mappings")));
		Map<String, Object> aliases = Nested.map(actual, "aliases");
		expected.aliases().forEach((name, definition) -> {
			if (!aliases.containsKey(name)) {
				differences.add(new Difference("aliases." + name, definition, null, true));
			}
		});
		return differences;
	}

}
