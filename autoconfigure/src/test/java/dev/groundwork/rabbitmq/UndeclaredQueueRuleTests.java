package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UndeclaredQueueRule}.
 */
class UndeclaredQueueRuleTests {

	private final LintRule rule = new UndeclaredQueueRule();

	@Test
	void bindingOfUndeclaredQueueIsFound() {
		assertThat(
				Declarations.check(this.rule, Declarations.exchange("x", "topic"), Declarations.binding("x", "q", "k")))
			.containsExactly("binding 'x → q [k]' refers to queue 'q', which nobody declares");
	}

	@Test
	void queueOfAnotherServiceIsTheWayOut() {
		assertThat(Declarations.check(this.rule, Declarations.external(Declarations.queue("q")),
				Declarations.binding("x", "q", "k")))
			.isEmpty();
	}

	@Test
	void nameThatIsNoPlainYamlIsQuoted() {
		assertThat(Declarations.remedies(this.rule, Declarations.binding("x", "it's: #1", "k"))).singleElement()
			.asString()
			.contains("{name: 'it''s: #1', external: true}");
	}

	@Test
	void declaredQueueIsThere() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "topic"), Declarations.queue("q"),
				Declarations.binding("x", "q", "#")))
			.isEmpty();
	}

}
