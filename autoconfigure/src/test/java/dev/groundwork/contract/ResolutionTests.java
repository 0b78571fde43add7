package dev.groundwork.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Resolution}.
 */
class ResolutionTests {

	private static final List<String> SET = List.of("SET_A", "SET_B", "SET_C");

	@Property
	void valueIsWhatSpringBootBinds(@ForAll("texts") Text text) {
		TestEnvironment environment = environment(text);
		assertThat(resolve(environment).value()).isEqualTo(Binder.get(environment).bind("app.key", String.class).get());
	}

	@Property
	void completeIsWhatSpringResolvesWithoutComplaint(@ForAll("texts") Text text) {
		assertThat(resolve(environment(text)).complete()).isEqualTo(text.complete());
	}

	@Property
	void everyNameThatWasNeededAndIsNotSetIsNamed(@ForAll("texts") Text text) {
		assertThat(resolve(environment(text)).unset()).isEqualTo(text.unset());
	}

	@Property
	void valueIsWhatSpringResolvesOrBothLeaveItUnresolved(@ForAll("configurations") Map<String, String> configuration) {
		TestEnvironment environment = environment(configuration);
		Resolution resolution = resolve(environment);
		String strict = resolvedStrictly(environment);
		if (resolution.complete()) {
			assertThat(resolution.value()).isEqualTo(strict).isEqualTo(bound(environment));
		}
		else {
			assertThat(strict).isNull();
		}
	}

	@Property
	void noValueIsAmongTheNamesThatAreNotSet(@ForAll("configurations") Map<String, String> configuration) {
		assertThat(resolve(environment(configuration)).unset())
			.allSatisfy((name) -> assertThat(name).doesNotContain("hidden").matches("[A-Z_.a-z]+"));
	}

	@Property
	void everyNameThatIsSaidNotToBeSetStandsInSomeText(@ForAll("configurations") Map<String, String> configuration) {
		assertThat(resolve(environment(configuration)).unset()).allSatisfy((name) -> {
			assertThat(configuration).doesNotContainKey(name);
			assertThat(configuration.values()).anyMatch((text) -> text.contains("${" + name));
		});
	}

	@Test
	void escapedPlaceholderIsMeantAsText() {
		Resolution resolution = resolve(environment(Map.of("app.key", "a\\${SET_A}b")));
		assertThat(resolution.complete()).isTrue();
		assertThat(resolution.value()).isEqualTo("a${SET_A}b");
	}

	@Test
	void placeholderThatIsPutTogetherFromPiecesIsLeftOver() {
		assertThat(resolve(environment(Map.of("app.key", "$${UNSET:{SET_A}}"))).complete()).isFalse();
	}

	@Test
	void cycleIsUnresolved() {
		Resolution resolution = resolve(environment(Map.of("app.key", "${A}", "A", "x${B}", "B", "${A}")));
		assertThat(resolution.complete()).isFalse();
		assertThat(resolution.unset()).isEmpty();
	}

	@Test
	void nameThatIsComputedFromValueIsNotShown() {
		Resolution resolution = resolve(TestEnvironment.withYaml("app.key: ${${SET_A}}").variable("SET_A", "hidden"));
		assertThat(resolution.complete()).isFalse();
		assertThat(resolution.unset()).isEmpty();
	}

	@Test
	void valueThatBeginsLikeNameIsNotShown() {
		Resolution resolution = resolve(
				TestEnvironment.withYaml("app.key: ${${SET_A}}${SET_A}").variable("SET_A", "SET"));
		assertThat(resolution.unset()).isEmpty();
	}

	@Test
	void defaultIsNotShown() {
		assertThat(resolve(TestEnvironment.withYaml("app.key: ${UNSET:hidden}")).unset()).containsExactly("UNSET");
	}

	@Provide
	Arbitrary<Map<String, String>> configurations() {
		Arbitrary<String> text = Arbitraries.lazyOf(this::literals, this::literals, this::references, this::defaults,
				this::concatenations);
		return Arbitraries.maps(Arbitraries.of("A", "B", "C", "app.other", "hidden"), text)
			.ofMaxSize(4)
			.flatMap((others) -> text.map((own) -> {
				Map<String, String> configuration = new HashMap<>(others);
				configuration.put("app.key", own);
				return configuration;
			}));
	}

	private Arbitrary<String> literals() {
		return Arbitraries.of("hidden", "hid:den", "A", "a b", "", "\\${A}", "x\\:y", "$", "}");
	}

	private Arbitrary<String> names() {
		return Arbitraries.of("A", "B", "C", "UNSET", "app.other", "app.key");
	}

	private Arbitrary<String> references() {
		Arbitrary<String> computed = names().map((name) -> "${" + name + "}");
		return Arbitraries.oneOf(names(), names(), computed).map((name) -> "${" + name + "}");
	}

	private Arbitrary<String> defaults() {
		return names().flatMap((name) -> Arbitraries.lazyOf(this::literals, this::references, this::defaults)
			.map((fallback) -> "${" + name + ":" + fallback + "}"));
	}

	private Arbitrary<String> concatenations() {
		return Arbitraries.lazyOf(this::literals, this::references, this::defaults)
			.list()
			.ofMinSize(2)
			.ofMaxSize(3)
			.map((parts) -> String.join("", parts));
	}

	private static TestEnvironment environment(Map<String, String> configuration) {
		TestEnvironment environment = TestEnvironment.empty();
		environment.getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(configuration)));
		return environment;
	}

	private static @Nullable String resolvedStrictly(TestEnvironment environment) {
		try {
			return environment.resolveRequiredPlaceholders(configured(environment));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable String bound(TestEnvironment environment) {
		return (String) new PropertySourcesPlaceholdersResolver(environment)
			.resolvePlaceholders(configured(environment));
	}

	private static String configured(TestEnvironment environment) {
		PropertySource<?> source = environment.getPropertySources().iterator().next();
		return String.valueOf(source.getProperty("app.key"));
	}

	private static TestEnvironment environment(Text text) {
		TestEnvironment environment = TestEnvironment.withYaml("app.key: \"" + text.text() + "\"");
		SET.forEach((name) -> environment.variable(name, "value of " + name));
		return environment;
	}

	private static Resolution resolve(TestEnvironment environment) {
		Resolution resolution = new Settings(environment).resolve("app.key");
		assertThat(resolution).isNotNull();
		return resolution;
	}

	@Provide
	Arbitrary<Text> texts() {
		Arbitrary<Text> literal = Arbitraries.of("x", "dev-secret", "a b").map(Text::literal);
		return Arbitraries.recursive(() -> literal, this::placeholder, 0, 4);
	}

	private Arbitrary<Text> placeholder(Arbitrary<Text> inner) {
		Arbitrary<Text> set = Arbitraries.of(SET).map(Text::set);
		Arbitrary<Text> unset = Arbitraries.of("UNSET_A", "UNSET_B").map(Text::unset);
		Arbitrary<Text> withDefault = inner.flatMap((fallback) -> Arbitraries.of("SET_A", "UNSET_A", "UNSET_C")
			.map((name) -> Text.withDefault(name, fallback)));
		return Arbitraries.oneOf(set, unset, withDefault, withDefault);
	}

	/**
	 * A text and what must be found out about it.
	 */
	record Text(String text, boolean complete, Set<String> unset) {

		static Text literal(String text) {
			return new Text(text, true, Set.of());
		}

		static Text set(String name) {
			return new Text("${" + name + "}", true, Set.of());
		}

		static Text unset(String name) {
			return new Text("${" + name + "}", false, Set.of(name));
		}

		static Text withDefault(String name, Text fallback) {
			String text = "${" + name + ":" + fallback.text() + "}";
			if (SET.contains(name)) {
				return new Text(text, true, Set.of());
			}
			Set<String> unset = new HashSet<>(fallback.unset());
			unset.add(name);
			return new Text(text, fallback.complete(), unset);
		}

	}

}
