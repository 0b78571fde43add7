package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DelayedExchangeRule}.
 */
class DelayedExchangeRuleTests {

	private final LintRule rule = new DelayedExchangeRule();

	@Test
	void delayedExchangeIsFound() {
		assertThat(check(this.rule, exchange("x", "x-delayed-message", Map.of("x-delayed-type", "topic")))).hasSize(1);
	}

	@Test
	void otherExchangesAreFine() {
		assertThat(check(this.rule, exchange("x", "topic"))).isEmpty();
	}

}
