package dev.groundwork.rabbitmq;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyPattern}.
 */
class KeyPatternTests {

	@ParameterizedTest
	@CsvSource({ "a.b, a.b, true", "a.b, a.c, false", "a.*, a.b, true", "a.*, a.b.c, false", "a.*, a, false",
			"a.#, a, true", "a.#, a.b.c, true", "#, a.b, true", "#.c, a.b.c, true", "#.c, a.b, false", "a.*, *.b, true",
			"a.#, #.b, true", "a.#.z, a.*, true", "a.b.#, *.c, false", "*, *.*, false", "#.a.#, b.#, true" })
	void patternsOverlapWhenAKeyIsInBoth(String first, String second, boolean overlap) {
		assertThat(KeyPattern.topic(first).overlaps(KeyPattern.topic(second))).isEqualTo(overlap);
		assertThat(KeyPattern.topic(second).overlaps(KeyPattern.topic(first))).isEqualTo(overlap);
	}

	@Test
	void inALiteralKeyNothingIsAWildcard() {
		assertThat(KeyPattern.literal("*").overlaps(KeyPattern.literal("a"))).isFalse();
		assertThat(KeyPattern.literal("#").overlaps(KeyPattern.topic("a"))).isFalse();
		assertThat(KeyPattern.literal("*").overlaps(KeyPattern.topic("*"))).isTrue();
	}

	@Test
	void everyKeyOverlapsWithAny() {
		assertThat(KeyPattern.any().overlaps(KeyPattern.literal(""))).isTrue();
		assertThat(KeyPattern.any().overlaps(KeyPattern.literal("a.b"))).isTrue();
	}

	@Property
	void keyOverlapsWithAPatternWhenItMatches(@ForAll("keys") List<String> key,
			@ForAll("patterns") List<String> pattern) {
		assertThat(KeyPattern.literal(String.join(".", key)).overlaps(KeyPattern.topic(String.join(".", pattern))))
			.isEqualTo(matches(key, pattern));
	}

	@Property
	void patternsThatShareAKeyOverlap(@ForAll("keys") List<String> key, @ForAll("patterns") List<String> first,
			@ForAll("patterns") List<String> second) {
		if (matches(key, first) && matches(key, second)) {
			assertThat(KeyPattern.topic(String.join(".", first)).overlaps(KeyPattern.topic(String.join(".", second))))
				.isTrue();
		}
	}

	@Provide
	Arbitrary<List<String>> keys() {
		return Arbitraries.of("a", "b").list().ofMinSize(1).ofMaxSize(4);
	}

	@Provide
	Arbitrary<List<String>> patterns() {
		return Arbitraries.of("a", "b", "*", "#").list().ofMinSize(1).ofMaxSize(4);
	}

	private static boolean matches(List<String> key, List<String> pattern) {
		if (pattern.isEmpty()) {
			return key.isEmpty();
		}
		List<String> rest = pattern.subList(1, pattern.size());
		if (pattern.get(0).equals("#")) {
			return matches(key, rest) || (!key.isEmpty() && matches(key.subList(1, key.size()), pattern));
		}
		return !key.isEmpty() && (pattern.get(0).equals("*") || pattern.get(0).equals(key.get(0)))
				&& matches(key.subList(1, key.size()), rest);
	}

}
