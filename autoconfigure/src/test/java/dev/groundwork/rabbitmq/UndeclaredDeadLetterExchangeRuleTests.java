package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UndeclaredDeadLetterExchangeRule}.
 */
class UndeclaredDeadLetterExchangeRuleTests {

	private final LintRule rule = new UndeclaredDeadLetterExchangeRule();

	@Test
	void undeclaredExchangeIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx"))))
			.containsExactly(
					"queue 'q' sends dead letters to exchange 'dlx', which nobody declares: RabbitMQ would drop them silently");
	}

	@Test
	void exchangeOfAnotherServiceIsTheWayOut() {
		assertThat(Declarations.check(this.rule, Declarations.external(Declarations.exchange("dlx", "direct")),
				Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx"))))
			.isEmpty();
	}

	@Test
	void theDefaultExchangeIsThere() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-dead-letter-exchange", ""))))
			.isEmpty();
	}

	@Test
	void queueOfAnotherServiceIsNotJudged() {
		assertThat(Declarations.check(this.rule,
				Declarations.external(Declarations.queue("q", Map.of("x-dead-letter-exchange", "dlx")))))
			.isEmpty();
	}

}
