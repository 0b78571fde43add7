package dev.groundwork.contract;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Strength}.
 */
class StrengthTests {

	private static final SecureRandom RANDOM = new SecureRandom();

	@Property(tries = 3000)
	void randomTokenIsNeverWeak(@ForAll @IntRange(min = 16, max = 300) int size) {
		byte[] bytes = new byte[size];
		RANDOM.nextBytes(bytes);
		assertThat(Strength.of(HexFormat.of().formatHex(bytes)).isWeak()).isFalse();
		assertThat(Strength.of(HexFormat.of().withUpperCase().formatHex(bytes)).isWeak()).isFalse();
		assertThat(Strength.of(Base64.getEncoder().encodeToString(bytes)).isWeak()).isFalse();
		assertThat(Strength.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)).isWeak()).isFalse();
		assertThat(Strength.of(Decoding.decoded(bytes).text()).isWeak()).isFalse();
	}

	@Property(tries = 3000)
	void randomTokenIsNoPlaceholderSampleOrPath(@ForAll @IntRange(min = 16, max = 64) int size) {
		byte[] bytes = new byte[size];
		RANDOM.nextBytes(bytes);
		String token = Base64.getEncoder().encodeToString(bytes);
		SecretRequirement requirement = Requirements.property("app.key");
		Settings settings = new Settings(TestEnvironment.withYaml("app.key: " + token));
		Secret secret = Secret.of(requirement, settings, new NearMisses(settings, List.of(requirement)));
		assertThat(SecretRules.VALUE).allSatisfy((rule) -> assertThat(rule.check(secret)).isNull());
	}

	@Property(tries = 3000)
	void randomUuidIsNeverWeak(@ForAll long most, @ForAll long least) {
		UUID uuid = new UUID(most ^ RANDOM.nextLong(), least ^ RANDOM.nextLong());
		assertThat(Strength.of(uuid.toString()).isWeak()).isFalse();
		assertThat(Strength.of(uuid.toString().replace("-", "")).isWeak()).isFalse();
	}

	@Property
	void randomDigitsAreNotWeakOnlyBecauseTheyAreFew(@ForAll("distinctDigits") String digits) {
		assertThat(Strength.of(digits).isWeak()).isFalse();
	}

	@Property
	void phraseOfDifferentWordsIsNotWeak(@ForAll("phrases") String phrase) {
		assertThat(Strength.of(phrase).isWeak()).isFalse();
	}

	@Property
	void wordThatIsRepeatedIsWeak(@ForAll("words") String word, @ForAll @IntRange(min = 2, max = 20) int times) {
		assertThat(Strength.of(word.repeat(times)).isWeak()).isTrue();
	}

	@Property
	void sameCharacterIsWeakHoweverOften(@ForAll char character, @ForAll @IntRange(min = 6, max = 5000) int times) {
		assertThat(Strength.of(String.valueOf(character).repeat(times)).isWeak()).isTrue();
	}

	@Property
	void consecutiveCharactersAreWeak(@ForAll @IntRange(min = '!', max = 'a') int first,
			@ForAll @IntRange(min = 6, max = 26) int length) {
		String upwards = IntStream.range(first, first + length)
			.mapToObj((character) -> String.valueOf((char) character))
			.collect(Collectors.joining());
		assertThat(Strength.of(upwards).isWeak()).isTrue();
		assertThat(Strength.of(new StringBuilder(upwards).reverse().toString()).isWeak()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1111", "1234", "12345678", "1234567890123456", "987654321", "aaaaaaaaaaaaaaaa",
			"abcdefgh", "qwerty", "qwertyuiop", "QWERTZUIOP", "asdfghjkl", "1qaz2wsx3edc4rfv",
			"qwertyuiopasdfghjklzxcvbnm", "abcabcabcabc", "secretsecret", "passwordpasswordpasswordpassword",
			"Summer2024!Summer2024!Summer2024!", "0123456789abcdef0123456789abcdef",
			"00000000-0000-0000-0000-000000000000", "abababbaababbaabbabaababbaab", "aaaabbbbccccdddd",
			"buffalo buffalo buffalo buffalo" })
	void patternIsWeak(String value) {
		assertThat(Strength.of(value).isWeak()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "4827", "hunter2", "correct horse battery staple", "plum-orbit-tunnel-wagon",
			"the cat and the dog and the bird", "Tr0ub4dor&3", "q8N2vX0cB7mK4tR1yW6zL9pS3dF5gH8j",
			"1c9d3b1e-7f64-4a0b-9f0e-2d6c1b7a8e55", "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
			"AKIA-like-but-none-9472", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.x0dXoF2m9kPq", "zażółć gęślą jaźń łódź",
			"kX9$mQ2!vL7@" })
	void valueWithoutPatternIsNotWeak(String value) {
		assertThat(Strength.of(value).isWeak()).isFalse();
	}

	@Provide
	Arbitrary<String> distinctDigits() {
		return Arbitraries.of("4827", "1379", "8046", "2957", "60428", "719354", "38502916");
	}

	@Provide
	Arbitrary<String> words() {
		return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(4).ofMaxLength(12);
	}

	@Provide
	Arbitrary<String> phrases() {
		return Arbitraries
			.of("plum", "orbit", "tunnel", "wagon", "lantern", "gravity", "soup", "marble", "eleven", "harbour",
					"quiet", "fjord", "velvet", "onion")
			.list()
			.uniqueElements()
			.ofMinSize(4)
			.ofMaxSize(8)
			.map((words) -> String.join("-", words));
	}

}
