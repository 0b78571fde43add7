package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DelayedExchangeRule}.
 */
class DelayedExchangeRuleTests {

	private final LintRule rule = new DelayedExchangeRule();

	@Test
	void delayedExchangeIsFound() {
		assertThat(Declarations.check(this.rule,
				Declarations.exchange("x", "x-delayed-message", Map.of("x-delayed-type", "topic"))))
			.hasSize(1);
	}

	@Test
	void otherExchangesAreFine() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "topic"))).isEmpty();
	}

}
