package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.binding;
import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static dev.groundwork.rabbitmq.Declarations.external;
import static dev.groundwork.rabbitmq.Declarations.queue;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LostAlternatesRule}.
 */
class LostAlternatesRuleTests {

	private final LintRule rule = new LostAlternatesRule();

	@Test
	void exchangeWithoutBindingsIsFound() {
		assertThat(
				check(this.rule, exchange("x", "topic", Map.of("alternate-exchange", "ae")), exchange("ae", "fanout")))
			.containsExactly(
					"exchange 'x' sends what it cannot route to exchange 'ae', and no binding leads from there to a queue: RabbitMQ drops it");
	}

	@Test
	void boundQueueGetsIt() {
		assertThat(check(this.rule, exchange("x", "topic", Map.of("alternate-exchange", "ae")),
				exchange("ae", "fanout"), queue("q"), binding("ae", "q", "")))
			.isEmpty();
	}

	@Test
	void exchangeOfAnotherServiceIsTrusted() {
		assertThat(check(this.rule, exchange("x", "topic", Map.of("alternate-exchange", "ae")),
				external(exchange("ae", "fanout"))))
			.isEmpty();
	}

}
