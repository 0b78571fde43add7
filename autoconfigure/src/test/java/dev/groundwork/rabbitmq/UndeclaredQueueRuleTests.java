package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.binding;
import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static dev.groundwork.rabbitmq.Declarations.external;
import static dev.groundwork.rabbitmq.Declarations.queue;
import static dev.groundwork.rabbitmq.Declarations.remedies;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UndeclaredQueueRule}.
 */
class UndeclaredQueueRuleTests {

	private final LintRule rule = new UndeclaredQueueRule();

	@Test
	void bindingOfUndeclaredQueueIsFound() {
		assertThat(check(this.rule, exchange("x", "topic"), binding("x", "q", "k")))
			.containsExactly("binding 'x → q [k]' refers to queue 'q', which nobody declares");
	}

	@Test
	void queueOfAnotherServiceIsTheWayOut() {
		assertThat(check(this.rule, external(queue("q")), binding("x", "q", "k"))).isEmpty();
	}

	@Test
	void nameThatIsNoPlainYamlIsQuoted() {
		assertThat(remedies(this.rule, binding("x", "it's: #1", "k"))).singleElement()
			.asString()
			.contains("{name: 'it''s: #1', external: true}");
	}

	@Test
	void declaredQueueIsThere() {
		assertThat(check(this.rule, exchange("x", "topic"), queue("q"), binding("x", "q", "#"))).isEmpty();
	}

}
