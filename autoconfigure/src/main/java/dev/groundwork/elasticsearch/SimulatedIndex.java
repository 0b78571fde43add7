package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.resource.Difference;

/**
 * An index definition in the server's own words. The server knows the defaults of each of
 * its field types better than any table, so it is asked before a difference is called a
 * drift.
 */
final class SimulatedIndex {

	private static final String PATTERN = "groundwork-simulated-index";

	private static final long PRIORITY = Integer.MAX_VALUE;

	private final ElasticsearchHttp http;

	SimulatedIndex(ElasticsearchHttp http) {
		this.http = http;
	}

	/**
	 * Return whether the difference may be one of form only.
	 * @param difference a difference
	 * @return whether it is worth asking the server
	 */
	static boolean isDoubtful(Difference difference) {
		return difference.attribute().startsWith("mappings.") && !(difference.expected() instanceof Map<?, ?>);
	}

	/**
	 * Leave out the differences that are none in the server's words.
	 * @param index the index as declared
	 * @param actual the index as it is
	 * @param differences the differences that were found
	 * @return the differences that remain; all of them if the server does not tell
	 */
	List<Difference> confirm(IndexResource index, LiveIndex actual, List<Difference> differences) {
		Reply reply = this.http.send(ElasticsearchRequest.post("/_index_template/_simulate",
				Map.of("index_patterns", List.of(PATTERN), "priority", PRIORITY, "template",
						Map.of("settings", index.settings(), "mappings", index.mappings()))));
		Map<String, Object> template = Nested.map(reply.json(), "template");
		if (reply.isError() || template.isEmpty()) {
			return differences;
		}
		Map<String, Object> simulated = Nested.map(template, "mappings");
		Set<String> confirmed = Stream
			.concat(IndexMappings.compare(simulated, actual.mappings()).stream(),
					IndexMappings.compare(actual.mappings(), simulated).stream())
			.map(Difference::attribute)
			.collect(Collectors.toSet());
		return differences.stream()
			.filter((difference) -> !difference.attribute().startsWith("mappings.")
					|| confirmed.contains(difference.attribute()))
			.toList();
	}

}
