package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FanoutKeyRule}.
 */
class FanoutKeyRuleTests {

	private final LintRule rule = new FanoutKeyRule();

	@Test
	void keyOnFanoutBindingIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "fanout"),
				Declarations.binding("x", "q", "order.#")))
			.singleElement()
			.asString()
			.contains("exchange 'x' ignores");
	}

	@Test
	void keyOnBuiltInFanoutIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.binding("amq.fanout", "q", "k"))).hasSize(1);
	}

	@Test
	void fanoutBindingWithoutKeyIsFine() {
		assertThat(
				Declarations.check(this.rule, Declarations.exchange("x", "fanout"), Declarations.binding("x", "q", "")))
			.isEmpty();
	}

}
