package dev.groundwork.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;

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
