package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static dev.groundwork.rabbitmq.Declarations.external;
import static dev.groundwork.rabbitmq.Declarations.queue;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UndeclaredDeadLetterExchangeRule}.
 */
class UndeclaredDeadLetterExchangeRuleTests {

	private final LintRule rule = new UndeclaredDeadLetterExchangeRule();

	@Test
	void undeclaredExchangeIsFound() {
		assertThat(check(this.rule, queue("q", Map.of("x-dead-letter-exchange", "dlx")))).containsExactly(
				"queue 'q' sends dead letters to exchange 'dlx', which nobody declares: RabbitMQ would drop them silently");
	}

	@Test
	void exchangeOfAnotherServiceIsTheWayOut() {
		assertThat(check(this.rule, external(exchange("dlx", "direct")),
				queue("q", Map.of("x-dead-letter-exchange", "dlx"))))
			.isEmpty();
	}

	@Test
	void theDefaultExchangeIsThere() {
		assertThat(check(this.rule, queue("q", Map.of("x-dead-letter-exchange", "")))).isEmpty();
	}

	@Test
	void queueOfAnotherServiceIsNotJudged() {
		assertThat(check(this.rule, external(queue("q", Map.of("x-dead-letter-exchange", "dlx"))))).isEmpty();
	}

}
