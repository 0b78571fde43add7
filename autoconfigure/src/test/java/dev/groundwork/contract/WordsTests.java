package dev.groundwork.contract;

import java.util.List;
import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Words}.
 */
class WordsTests {

	@Property
	void nameInAnotherSpellingIsTheSameName(@ForAll("names") List<String> words) {
		Words variable = Words.of(String.join("_", words).toUpperCase(Locale.ROOT));
		assertThat(variable.distance(Words.of(String.join(".", words)))).hasValue(0);
		assertThat(variable.distance(Words.of(String.join("-", words)))).hasValue(0);
	}

	@Property
	void anySingleReplacementInLongNameIsFound(@ForAll("names") List<String> words,
			@ForAll @IntRange(max = 100) int index, @ForAll @AlphaChars char character) {
		StringBuilder edited = new StringBuilder(String.join("_", words));
		edited.setCharAt(index % edited.length(), character);
		assertFound(words, edited);
	}

	@Property
	void anySingleInsertionInLongNameIsFound(@ForAll("names") List<String> words,
			@ForAll @IntRange(max = 100) int index, @ForAll @AlphaChars char character) {
		StringBuilder edited = new StringBuilder(String.join("_", words));
		assertFound(words, edited.insert(index % (edited.length() + 1), character));
	}

	@Property
	void anySingleDeletionInLongNameIsFound(@ForAll("names") List<String> words,
			@ForAll @IntRange(max = 100) int index) {
		StringBuilder edited = new StringBuilder(String.join("_", words));
		assertFound(words, edited.deleteCharAt(index % edited.length()));
	}

	@Property
	void anySingleSwapInLongNameIsFound(@ForAll("names") List<String> words, @ForAll @IntRange(max = 100) int index) {
		String name = String.join("", words);
		int at = index % (name.length() - 1);
		StringBuilder edited = new StringBuilder(name);
		edited.setCharAt(at, name.charAt(at + 1));
		edited.setCharAt(at + 1, name.charAt(at));
		assertFound(words, edited);
	}

	@Property
	void unrelatedNamesAreNotFound(
			@ForAll @CharRange(from = 'a', to = 'm') @StringLength(min = 3, max = 20) String name,
			@ForAll @CharRange(from = 'n', to = 'z') @StringLength(min = 3, max = 20) String other) {
		assertThat(Words.of(name).distance(Words.of(other))).isEmpty();
	}

	@Property
	void distanceDoesNotDependOnTheOrder(@ForAll("names") List<String> words, @ForAll("names") List<String> others) {
		Words first = new Words(words);
		Words second = new Words(others);
		assertThat(first.distance(second)).isEqualTo(second.distance(first));
	}

	@ParameterizedTest
	@CsvSource({ "JWT_SECRET, JWT_SECRET_KEY", "JWT_SECRET, SECRET_JWT", "JWT_SECRET, jwtSecret",
			"JWT_SECRET, MY_JWT_SECRET", "SECRET_KEY, SECRET", "SECRET_KEY, SECRET_KEY_BASE",
			"app.jwt.secret, app.secret", "DB_PASSWORD, DB_PASWORD" })
	void relatedNamesAreFound(String name, String other) {
		assertThat(Words.of(name).distance(Words.of(other))).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "JWT_SECRET, AWS_SECRET", "JWT_SECRET, JWT_ISSUER", "SECRET_KEY, STRIPE_SECRET_KEY",
			"USER_PASSWORD, USER", "DB1_PASSWORD, DB2_PASSWORD", "KEY, KEYS", "SECRET_KEY, KEY",
			"app.jwt.secret, app.jwt.expiry" })
	void namesOfDifferentThingsAreNotFound(String name, String other) {
		assertThat(Words.of(name).distance(Words.of(other))).isEmpty();
	}

	@Provide
	Arbitrary<List<String>> names() {
		Arbitrary<String> word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(3).ofMaxLength(8);
		return Combinators.combine(word, word, word).as((first, second, third) -> List.of(first, second, third));
	}

	private static void assertFound(List<String> words, CharSequence edited) {
		assertThat(Words.of(edited.toString()).distance(new Words(words))).isPresent();
	}

}
