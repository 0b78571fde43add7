package dev.groundwork.plan;

import java.util.List;
import java.util.Map;

import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link Lint}.
 */
class LintTests {

	private static final DesiredState DESIRED = DesiredState
		.of(List.of(new Declaration(new Thing("one"), "bean 'one'")));

	@Test
	void findingHasTheSeverityOfItsRule() {
		assertThat(new Lint(List.of(rule("a", LintSeverity.WARNING)), Map.of()).check(DESIRED))
			.containsExactly(new LintFinding("a", LintSeverity.WARNING,
					new LintViolation("thing 'one'", "bean 'one'", "is odd", "")));
	}

	@Test
	void applicationSaysAnotherSeverity() {
		Lint lint = new Lint(List.of(rule("a", LintSeverity.WARNING), rule("b", LintSeverity.ERROR)),
				Map.of("a", LintSeverity.ERROR, "b", LintSeverity.OFF));
		assertThat(lint.check(DESIRED)).extracting(LintFinding::rule, LintFinding::severity)
			.containsExactly(tuple("a", LintSeverity.ERROR));
	}

	@Test
	void errorsComeFirst() {
		Lint lint = new Lint(List.of(rule("a", LintSeverity.WARNING), rule("b", LintSeverity.ERROR)), Map.of());
		assertThat(lint.check(DESIRED)).extracting(LintFinding::rule).containsExactly("b", "a");
	}

	@Test
	void contradictingDeclarationsAreAlwaysFound() {
		DesiredState contradicting = DesiredState
			.of(List.of(new Declaration(new Thing("one", Map.of("size", 1)), "bean 'a'"),
					new Declaration(new Thing("one", Map.of("size", 2)), "bean 'b'")));
		assertThat(new Lint(List.of(), Map.of()).check(contradicting)).extracting(LintFinding::toString)
			.containsExactly("thing 'one' (declared by bean 'a' and bean 'b') is declared twice with different size: "
					+ "1 by bean 'a', 2 by bean 'b' [conflicting-declarations]");
	}

	private static LintRule rule(String name, LintSeverity severity) {
		return new LintRule() {

			@Override
			public String getName() {
				return name;
			}

			@Override
			public LintSeverity getDefaultSeverity() {
				return severity;
			}

			@Override
			public List<LintViolation> check(DesiredState desired) {
				return desired.declarations()
					.stream()
					.map((declaration) -> new LintViolation(declaration, "is odd", ""))
					.toList();
			}

		};
	}

	private record Thing(String name, Map<String, Object> attributes) implements Resource {

		Thing(String name) {
			this(name, Map.of());
		}

		@Override
		public ResourceId id() {
			return new ResourceId("thing", this.name);
		}

	}

}
