package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Nested}.
 */
class NestedTests {

	@Test
	void numbersAreComparedByTheirValue() {
		assertThat(Nested.isSame(100, "100.0")).isTrue();
		assertThat(Nested.isSame(1L, 1.0)).isTrue();
		assertThat(Nested.isSame(1, "one")).isFalse();
	}

	@Test
	void textIsNotANumber() {
		assertThat(Nested.isSame("1.10", "1.1")).isFalse();
	}

	@Test
	void membersAndElementsAreComparedOneByOne() {
		assertThat(Nested.isSame(Map.of("a", List.of(1, "b")), Map.of("a", List.of("1", "b")))).isTrue();
		assertThat(Nested.isSame(Map.of("a", 1), Map.of("a", 1, "b", 2))).isFalse();
		assertThat(Nested.isSame(List.of("a", "b"), List.of("b", "a"))).isFalse();
	}

	@Test
	void oneValueIsAListOfOne() {
		assertThat(Nested.isSame("a", List.of("a"))).isTrue();
		assertThat(Nested.isSame(List.of("a"), List.of("a", "b"))).isFalse();
		assertThat(Nested.texts("a")).containsExactly("a");
		assertThat(Nested.texts(null)).isEmpty();
	}

	@Test
	void whatMeansTheSameHasOneForm() {
		assertThat(Nested.canonical(Map.of("b", List.of(1), "a", true)))
			.isEqualTo(Nested.canonical(Map.of("a", "true", "b", "1")));
	}

}
