package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IndexAliases}.
 */
class IndexAliasesTests {

	@Test
	void routingIsTheSameAsItsTwoParts() {
		assertThat(compare(Map.of("routing", "1"), Map.of("index_routing", "1", "search_routing", "1"))).isEmpty();
	}

	@Test
	void aliasThatIsNotHiddenIsNoDifference() {
		assertThat(compare(Map.of("is_hidden", false, "is_write_index", false), Map.of())).isEmpty();
	}

	@Test
	void writeIndexThatIsNotDeclaredIsLeftToWhoeverRollsOver() {
		assertThat(compare(Map.of(), Map.of("is_write_index", true))).isEmpty();
		assertThat(compare(Map.of("is_write_index", true), Map.of()))
			.containsExactly(new Difference("aliases.current.is_write_index", true, null, true));
	}

	@Test
	void filterThatIsNotDeclaredIsADifferenceBecauseItHidesDocuments() {
		Map<String, Object> filter = Map.of("term", Map.of("user", "x"));
		assertThat(compare(Map.of(), Map.of("filter", filter)))
			.containsExactly(new Difference("aliases.current.filter", null, filter, true));
	}

	@Test
	void aliasesThatAreNotDeclaredAreNoDifference() {
		assertThat(IndexAliases.compare(Map.of(), Map.of("theirs", Map.of()))).isEmpty();
	}

	@Test
	void actionKeepsTheWriteIndexAndOnlyWhatDiffersIsSent() {
		assertThat(IndexAliases.actions("orders-1", Map.of("current", Map.of("routing", "1"), "same", Map.of()),
				Map.of("current", Map.of("is_write_index", true), "same", Map.of())))
			.isEqualTo(List.of(Map.of("add",
					Map.of("index", "orders-1", "alias", "current", "routing", "1", "is_write_index", true))));
	}

	private static List<Difference> compare(Map<String, Object> declared, Map<String, Object> returned) {
		return IndexAliases.compare(Map.of("current", declared), Map.of("current", returned));
	}

}
