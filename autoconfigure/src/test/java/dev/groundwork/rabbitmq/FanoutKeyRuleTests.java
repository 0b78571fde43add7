package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.binding;
import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FanoutKeyRule}.
 */
class FanoutKeyRuleTests {

	private final LintRule rule = new FanoutKeyRule();

	@Test
	void keyOnFanoutBindingIsFound() {
		assertThat(check(this.rule, exchange("x", "fanout"), binding("x", "q", "order.#"))).singleElement()
			.asString()
			.contains("exchange 'x' ignores");
	}

	@Test
	void keyOnBuiltInFanoutIsFound() {
		assertThat(check(this.rule, binding("amq.fanout", "q", "k"))).hasSize(1);
	}

	@Test
	void fanoutBindingWithoutKeyIsFine() {
		assertThat(check(this.rule, exchange("x", "fanout"), binding("x", "q", ""))).isEmpty();
	}

}
