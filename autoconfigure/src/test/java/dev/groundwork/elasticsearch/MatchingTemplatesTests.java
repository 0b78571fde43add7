package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MatchingTemplates}.
 */
class MatchingTemplatesTests {

	private final MatchingTemplates templates = MatchingTemplates.of(
			Map.of("index_templates",
					List.of(template("low", "orders*", 1), template("high", "orders-*", 5),
							template("other", "x*", 9))),
			Map.of("old", Map.of("index_patterns", List.of("*"), "order", 100)));

	@Test
	void theHighestPriorityCounts() {
		assertThat(this.templates.find("orders-1")).contains("index template 'high'");
		assertThat(this.templates.find("orders")).contains("index template 'low'");
	}

	@Test
	void legacyTemplateCountsOnlyWhereNoOtherMatches() {
		assertThat(this.templates.find("documents")).contains("legacy template 'old'");
	}

	@Test
	void whoMayNotReadTemplatesKnowsNone() {
		assertThat(MatchingTemplates.of(Map.of(), Map.of()).find("orders")).isEmpty();
	}

	private static Map<String, Object> template(String name, String pattern, int priority) {
		return Map.of("name", name, "index_template", Map.of("index_patterns", List.of(pattern), "priority", priority));
	}

}
