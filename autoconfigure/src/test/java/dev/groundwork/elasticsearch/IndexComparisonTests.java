package dev.groundwork.elasticsearch;

import java.util.Map;

import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IndexComparison} and {@link IndexResource}.
 */
class IndexComparisonTests {

	private static final Map<String, Object> LIVE = Map.of("settings",
			Map.of("index.number_of_shards", "1", "index.number_of_replicas", "1", "index.uuid", "x"), "mappings",
			Map.of("properties", Map.of("title", Map.of("type", "text"))), "aliases", Map.of("current", Map.of()));

	@Test
	void whatIsAsDeclaredHasNoDifference() {
		IndexResource index = new IndexResource("documents", Map.of("number_of_shards", 1),
				Map.of("properties", Map.of("title", Map.of("type", "text"))), Map.of("current", Map.of()));
		assertThat(IndexComparison.between(index, LIVE)).isEmpty();
	}

	@Test
	void differencesOfAllPartsAreFound() {
		IndexResource index = new IndexResource("documents", Map.of("number_of_shards", 2),
				Map.of("properties", Map.of("title", Map.of("type", "keyword"))), Map.of("other", Map.of()));
		assertThat(IndexComparison.between(index, LIVE)).extracting(Difference::toString)
			.containsExactly("settings.index.number_of_shards: expected '2', found '1'",
					"mappings.title.type: expected 'keyword', found 'text'",
					"aliases.other: expected '{}', found none");
	}

	@Test
	void aliasThatIsMissingCanBeAdded() {
		IndexResource index = new IndexResource("documents", Map.of(), Map.of(),
				Map.of("routed", Map.of("routing", "1")));
		assertThat(IndexComparison.between(index, LIVE))
			.containsExactly(new Difference("aliases.routed", Map.of("routing", "1"), null, true));
	}

	@Test
	void attributesAreFlatSoThatContradictionsAreNamedExactly() {
		IndexResource index = new IndexResource("documents", Map.of("number_of_shards", 2),
				Map.of("properties", Map.of("title", Map.of("type", "keyword"))), Map.of("current", Map.of()));
		assertThat(index.id()).hasToString("index 'documents'");
		assertThat(index.attributes()).containsExactly(Map.entry("aliases.current", Map.of()),
				Map.entry("mappings.properties.title.type", "keyword"),
				Map.entry("settings.index.number_of_shards", "2"));
	}

	@Test
	void bodyIsThatOfTheRequestThatCreatesTheIndex() {
		IndexResource index = new IndexResource("documents", Map.of("number_of_shards", 2), Map.of("dynamic", "strict"),
				Map.of("current", Map.of()));
		assertThat(index.body()).containsExactly(Map.entry("aliases", Map.of("current", Map.of())),
				Map.entry("mappings", Map.of("dynamic", "strict")),
				Map.entry("settings", Map.of("index.number_of_shards", "2")));
	}

}
