package dev.groundwork.contract;

import java.util.List;
import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NearMisses}: what is found among everything that is set.
 */
class NearMissesTests {

	@Property
	void anyOneEditOfTheVariableIsFound(@ForAll("variables") String variable, @ForAll @IntRange(max = 3) int kind,
			@ForAll @IntRange(max = 100) int position, @ForAll @CharRange(from = 'A', to = 'Z') char character) {
		String edited = edit(variable, kind, position, character);
		if (!edited.equals(variable) && !edited.isBlank()) {
			assertThat(nearMiss(variable, edited)).isNotNull().satisfies((found) -> {
				assertThat(found.setting().name()).isEqualTo(edited);
				assertThat(found.meant()).isEqualTo(variable);
			});
		}
	}

	@Property
	void anyChangeOfCaseAndSeparatorsIsFound(@ForAll("words") List<String> words,
			@ForAll("separators") String separator, @ForAll boolean upperCase) {
		String variable = String.join("_", words).toUpperCase(Locale.ROOT);
		String other = String.join(separator, words);
		String edited = upperCase ? other.toUpperCase(Locale.ROOT) : other;
		if (!edited.equals(variable)) {
			assertThat(nearMiss(variable, edited)).isNotNull()
				.satisfies((found) -> assertThat(found.distance()).isZero());
		}
	}

	@Property
	void camelCaseIsFound(@ForAll("words") List<String> words) {
		String camelCase = words.get(0) + capitalized(words.get(1)) + capitalized(words.get(2));
		assertThat(nearMiss(String.join("_", words).toUpperCase(Locale.ROOT), camelCase)).isNotNull();
	}

	@Property
	void numberedNamesAreNeverTakenForOneAnother(@ForAll("words") List<String> words,
			@ForAll @IntRange(max = 99) int number, @ForAll @IntRange(max = 99) int otherNumber,
			@ForAll("numberings") String numbering, @ForAll boolean misspelt) {
		if (number != otherNumber) {
			String variable = numbered(words, numbering, number);
			String other = numbered(words, numbering, otherNumber);
			assertThat(nearMiss(variable, misspelt ? other.replaceFirst("[A-Z]", "") : other)).isNull();
		}
	}

	@Property
	void unrelatedNamesAreNeverFound(
			@ForAll @CharRange(from = 'A', to = 'M') @StringLength(min = 3, max = 20) String name,
			@ForAll @CharRange(from = 'N', to = 'Z') @StringLength(min = 3, max = 20) String other) {
		assertThat(nearMiss(name + "_" + name, other + "_" + other)).isNull();
	}

	@Property
	void whatIsFoundIsFoundTheOtherWayRoundToo(@ForAll("variables") String variable, @ForAll("variables") String other,
			@ForAll @IntRange(max = 3) int kind, @ForAll @IntRange(max = 100) int position, @ForAll boolean related) {
		String set = related ? edit(variable, kind, position, 'Q') : other;
		if (!set.equals(variable)) {
			assertThat(nearMiss(variable, set) != null).isEqualTo(nearMiss(set, variable) != null);
		}
	}

	@Property
	void nameThatIsReadIsNeverFound(@ForAll("variables") String variable, @ForAll @IntRange(max = 3) int kind,
			@ForAll @IntRange(max = 100) int position) {
		String edited = edit(variable, kind, position, 'Q');
		TestEnvironment environment = TestEnvironment.withYaml("other.key: ${" + edited + "}")
			.variable(edited, Requirements.GOOD);
		assertThat(nearMiss(variable, environment)).isNull();
	}

	private static @Nullable NearMiss nearMiss(String variable, String set) {
		return nearMiss(variable, TestEnvironment.empty().variable(set, Requirements.GOOD));
	}

	private static @Nullable NearMiss nearMiss(String variable, TestEnvironment environment) {
		SecretRequirement requirement = new SecretRequirement("zzz", variable, List.of(), 0, null);
		return new NearMisses(new Settings(environment), List.of(requirement)).find(requirement, List.of());
	}

	private static String edit(String name, int kind, int position, char character) {
		int at = position % (name.length() - 1);
		StringBuilder edited = new StringBuilder(name);
		switch (kind) {
			case 0 -> edited.setCharAt(at, character);
			case 1 -> edited.insert(at, character);
			case 2 -> edited.deleteCharAt(at);
			default -> edited.replace(at, at + 2, "" + name.charAt(at + 1) + name.charAt(at));
		}
		return edited.toString();
	}

	private static String numbered(List<String> words, String numbering, int number) {
		return numbering.formatted(words.get(0), number, words.get(1), words.get(2)).toUpperCase(Locale.ROOT);
	}

	private static String capitalized(String word) {
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
	}

	@Provide
	Arbitrary<String> numberings() {
		return Arbitraries.of("%1$s%2$d_%3$s_%4$s", "%1$s_%2$d_%3$s_%4$s", "%1$s_%3$s%2$d_%4$s", "%1$s_%3$s_%4$s_%2$d",
				"%1$s_%3$s_%4$s%2$d");
	}

	@Provide
	Arbitrary<String> separators() {
		return Arbitraries.of("_", "-", ".", "", "__");
	}

	@Provide
	Arbitrary<List<String>> words() {
		Arbitrary<String> word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(3).ofMaxLength(8);
		return Combinators.combine(word, word, word).as((first, second, third) -> List.of(first, second, third));
	}

	@Provide
	Arbitrary<String> variables() {
		return words().map((words) -> String.join("_", words).toUpperCase(Locale.ROOT));
	}

}
