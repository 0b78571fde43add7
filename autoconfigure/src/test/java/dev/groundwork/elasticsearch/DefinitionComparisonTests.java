package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DefinitionComparison}.
 */
class DefinitionComparisonTests {

	@Test
	void whatTheServerAddsIsNoDifference() {
		assertThat(compare(Map.of("index_patterns", "orders-*", "data_stream", Map.of()),
				Map.of("index_patterns", List.of("orders-*"), "composed_of", List.of(), "data_stream",
						Map.of("hidden", false, "allow_custom_routing", false), "created_date_millis", 1,
						"modified_date_millis", 2)))
			.isEmpty();
	}

	@Test
	void everyWayToWriteASettingIsTheSame() {
		assertThat(compare(Map.of("template", Map.of("settings", Map.of("number_of_shards", 1))),
				Map.of("template", Map.of("settings", Map.of("index", Map.of("number_of_shards", "1"))))))
			.isEmpty();
	}

	@Test
	void mappingBelowTheFormerTypeIsTheSame() {
		Map<String, Object> mappings = Map.of("properties", Map.of("title", Map.of("type", "text")));
		assertThat(compare(Map.of("template", Map.of("mappings", Map.of("_doc", mappings))),
				Map.of("template", Map.of("mappings", mappings))))
			.isEmpty();
	}

	@Test
	void memberThatOnlyTheServerHasIsADifference() {
		assertThat(compare(Map.of("index_patterns", "a"),
				Map.of("index_patterns", List.of("a"), "priority", 5, "template",
						Map.of("settings", Map.of("index.codec", "x"), "mappings",
								Map.of("properties", Map.of("old", Map.of("type", "long"))), "aliases",
								Map.of("current", Map.of())))))
			.containsExactlyInAnyOrder(new Difference("priority", null, 5, true),
					new Difference("settings.index.codec", null, "x", true),
					new Difference("aliases.current", null, "{}", true),
					new Difference("mappings.old", null, Map.of("type", "long"), true));
	}

	@Test
	void everythingCanBeChangedBecauseItIsReplacedAsAWhole() {
		assertThat(compare(
				Map.of("template", Map.of("mappings", Map.of("properties", Map.of("title", Map.of("type", "text"))))),
				Map.of("template", Map.of("mappings", Map.of("properties", Map.of("title", Map.of("type", "long")))))))
			.containsExactly(new Difference("mappings.title.type", "text", "long", true));
	}

	@Test
	void phaseThatBeginsAtOnceIsNoDifference() {
		ClusterDefinition policy = new ClusterDefinition(DefinitionKind.LIFECYCLE_POLICY, "short",
				Map.of("policy", Map.of("phases", Map.of("hot", Map.of("min_age", "0d", "actions", Map.of())))));
		assertThat(
				DefinitionComparison.between(policy,
						Map.of("version", 3, "policy",
								Map.of("phases", Map.of("hot", Map.of("min_age", "0ms", "actions", Map.of()))))))
			.isEmpty();
	}

	private static List<Difference> compare(Map<String, Object> declared, Map<String, Object> live) {
		return DefinitionComparison.between(new ClusterDefinition(DefinitionKind.INDEX_TEMPLATE, "orders", declared),
				live);
	}

}
