package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UndeclaredAlternateExchangeRule}.
 */
class UndeclaredAlternateExchangeRuleTests {

	private final LintRule rule = new UndeclaredAlternateExchangeRule();

	@Test
	void undeclaredExchangeIsFound() {
		assertThat(
				Declarations.check(this.rule, Declarations.exchange("x", "topic", Map.of("alternate-exchange", "ae"))))
			.containsExactly(
					"exchange 'x' sends what it cannot route to exchange 'ae', which nobody declares: RabbitMQ would drop it");
	}

	@Test
	void declaredExchangeIsThere() {
		assertThat(
				Declarations.check(this.rule, Declarations.exchange("x", "topic", Map.of("alternate-exchange", "ae")),
						Declarations.exchange("ae", "fanout")))
			.isEmpty();
	}

}
