package dev.groundwork.elasticsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IndexMappings}. What "the server" answers here is what Elasticsearch 9
 * has answered.
 */
class IndexMappingsTests {

	@Test
	void equalMappingsHaveNoDifference() {
		Map<String, Object> mappings = Map.of("dynamic", "strict", "properties",
				Map.of("title", Map.of("type", "text", "analyzer", "english")));
		assertThat(IndexMappings.compare(mappings, mappings)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("defaults")
	void defaultThatTheServerLeavesOutIsNoDifference(Map<String, Object> declared, Map<String, Object> returned) {
		assertThat(compareField(declared, returned)).isEmpty();
	}

	static Stream<Arguments> defaults() {
		return Stream.of(
				Arguments.of(Map.of("type", "object", "enabled", true, "properties", Map.of()),
						Map.of("properties", Map.of())),
				Arguments.of(Map.of("type", "long", "index", true, "doc_values", true, "store", false),
						Map.of("type", "long")),
				Arguments.of(Map.of("type", "text", "norms", true, "index_options", "positions", "term_vector", "no",
						"position_increment_gap", 100), Map.of("type", "text")),
				Arguments.of(Map.of("type", "keyword", "norms", false, "index_options", "docs"),
						Map.of("type", "keyword")),
				Arguments.of(Map.of("type", "date", "format", "strict_date_optional_time||epoch_millis"),
						Map.of("type", "date")),
				Arguments.of(Map.of("type", "date_nanos", "format", "strict_date_optional_time_nanos||epoch_millis"),
						Map.of("type", "date_nanos")),
				Arguments.of(Map.of("type", "text", "analyzer", "english", "search_analyzer", "english",
						"search_quote_analyzer", "english"), Map.of("type", "text", "analyzer", "english")));
	}

	@Test
	void sourceThatIsEnabledIsNoDifference() {
		assertThat(IndexMappings.compare(Map.of("_source", Map.of("enabled", true)), Map.of())).isEmpty();
	}

	@Test
	void numberWrittenAsTextIsNoDifference() {
		assertThat(compareField(Map.of("type", "long", "null_value", "1", "index", "true"),
				Map.of("type", "long", "null_value", 1)))
			.isEmpty();
	}

	@Test
	void listOfOneIsNoDifference() {
		assertThat(compareField(Map.of("type", "keyword", "copy_to", "all"),
				Map.of("type", "keyword", "copy_to", List.of("all"))))
			.isEmpty();
	}

	@Test
	void orderOfMembersIsNoDifference() {
		Map<String, Object> declared = new LinkedHashMap<>();
		declared.put("mapping", Map.of("type", "keyword"));
		declared.put("match_mapping_type", "string");
		declared.put("match", List.of("a*"));
		Map<String, Object> returned = new LinkedHashMap<>();
		returned.put("match", "a*");
		returned.put("match_mapping_type", "string");
		returned.put("mapping", Map.of("type", "keyword"));
		assertThat(IndexMappings.compare(Map.of("dynamic_templates", List.of(Map.of("strings", declared))),
				Map.of("dynamic_templates", List.of(Map.of("strings", returned)))))
			.isEmpty();
	}

	@Test
	void fieldsThatTheServerHasBesideAreNoDifference() {
		assertThat(IndexMappings.compare(properties(Map.of("title", Map.of("type", "text"))),
				properties(Map.of("title", Map.of("type", "text", "fields", Map.of("raw", Map.of("type", "keyword"))),
						"found", Map.of("type", "long")))))
			.isEmpty();
	}

	@Test
	void newFieldCanBeAdded() {
		Map<String, Object> body = Map.of("type", "text");
		assertThat(IndexMappings.compare(properties(Map.of("body", body)),
				properties(Map.of("title", Map.of("type", "text")))))
			.containsExactly(new Difference("mappings.body", body, null, true));
	}

	@Test
	void newMultiFieldCanBeAdded() {
		Map<String, Object> raw = Map.of("type", "keyword");
		assertThat(compareField(Map.of("type", "text", "fields", Map.of("raw", raw)), Map.of("type", "text")))
			.containsExactly(new Difference("mappings.title.raw", raw, null, true));
	}

	@Test
	void newFieldOfAnObjectCanBeAdded() {
		Map<String, Object> city = Map.of("type", "keyword");
		assertThat(compareField(properties(Map.of("city", city)), properties(Map.of("street", Map.of()))))
			.containsExactly(new Difference("mappings.title.city", city, null, true));
	}

	@Test
	void typeCannotBeChanged() {
		assertThat(compareField(Map.of("type", "text"), Map.of("type", "keyword")))
			.containsExactly(new Difference("mappings.title.type", "text", "keyword", false));
	}

	@Test
	void objectCannotBecomeNested() {
		assertThat(compareField(Map.of("type", "nested"), properties(Map.of())))
			.containsExactly(new Difference("mappings.title.type", "nested", null, false));
	}

	@Test
	void analyzerCannotBeChanged() {
		assertThat(compareField(Map.of("type", "text", "analyzer", "english"), Map.of("type", "text")))
			.containsExactly(new Difference("mappings.title.analyzer", "english", null, false));
	}

	@Test
	void searchAnalyzerCanBeChanged() {
		assertThat(compareField(Map.of("type", "text", "search_analyzer", "english"), Map.of("type", "text")))
			.containsExactly(new Difference("mappings.title.search_analyzer", "english", null, true));
	}

	@Test
	void dynamicAndMetaCanBeChanged() {
		assertThat(IndexMappings.compare(Map.of("dynamic", "strict"), Map.of("dynamic", "false")))
			.containsExactly(new Difference("mappings.dynamic", "strict", "false", true));
		assertThat(IndexMappings.compare(Map.of("_meta", Map.of("v", 2)), Map.of("_meta", Map.of("v", 1))))
			.containsExactly(new Difference("mappings._meta", Map.of("v", 2), Map.of("v", 1), true));
	}

	@Test
	void everyDifferenceIsFound() {
		assertThat(IndexMappings.compare(
				properties(Map.of("a", Map.of("type", "text"), "b", Map.of("type", "long"), "c", Map.of("type", "ip"))),
				properties(Map.of("a", Map.of("type", "keyword"), "b", Map.of("type", "double")))))
			.extracting(Difference::attribute)
			.containsExactlyInAnyOrder("mappings.a.type", "mappings.b.type", "mappings.c");
	}

	@Test
	void updateNamesOnlyTheFieldsThatDifferAndKeepsTheirOtherParameters() {
		Map<String, Object> live = properties(
				Map.of("title", Map.of("type", "keyword", "ignore_above", 10, "meta", Map.of("unit", "x"), "fields",
						Map.of("theirs", Map.of("type", "text"))), "same", Map.of("type", "long")));
		Map<String, Object> declared = properties(Map.of("title",
				Map.of("type", "keyword", "ignore_above", 20, "fields", Map.of("ours", Map.of("type", "text"))), "same",
				Map.of("type", "long"), "added", Map.of("type", "ip")));
		assertThat(IndexMappings.update(declared, live)).isEqualTo(
				properties(Map.of("title", Map.of("type", "keyword", "ignore_above", 20, "meta", Map.of("unit", "x"),
						"fields", Map.of("ours", Map.of("type", "text"))), "added", Map.of("type", "ip"))));
		assertThat(IndexMappings.update(live, live)).isEmpty();
	}

	@Test
	void runtimeFieldThatDiffersIsReplaced() {
		assertThat(IndexMappings.compare(Map.of("runtime", Map.of("day", Map.of("type", "keyword"))),
				Map.of("runtime", Map.of("day", Map.of("type", "long"), "theirs", Map.of("type", "ip")))))
			.containsExactly(
					new Difference("mappings.runtime.day", Map.of("type", "keyword"), Map.of("type", "long"), true));
	}

	@Test
	void fieldsBeyondAreToldOnlyWhereFieldsDoNotAppearByThemselves() {
		Map<String, Object> live = Map.of("dynamic", "false", "properties", Map.of("old", Map.of("type", "long"),
				"open", Map.of("dynamic", "true", "properties", Map.of("found", Map.of("type", "long")))));
		Map<String, Object> beyond = new LinkedHashMap<>();
		IndexMappings.beyond(properties(Map.of("open", Map.of("dynamic", true))), live, beyond::put);
		assertThat(beyond).containsOnlyKeys("mappings.dynamic", "mappings.old");
	}

	private static List<Difference> compareField(Map<String, Object> declared, Map<String, Object> returned) {
		return IndexMappings.compare(properties(Map.of("title", declared)), properties(Map.of("title", returned)));
	}

	private static Map<String, Object> properties(Map<String, Object> properties) {
		return Map.of("properties", properties);
	}

}
