package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeadLetterKeyRule}.
 */
class DeadLetterKeyRuleTests {

	private final LintRule rule = new DeadLetterKeyRule();

	@Test
	void keyWithoutExchangeIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-dead-letter-routing-key", "k"))))
			.containsExactly(
					"queue 'q' has x-dead-letter-routing-key without x-dead-letter-exchange: RabbitMQ refuses it");
	}

	@Test
	void keyForTheDefaultExchangeIsFine() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "k"))))
			.isEmpty();
	}

}
