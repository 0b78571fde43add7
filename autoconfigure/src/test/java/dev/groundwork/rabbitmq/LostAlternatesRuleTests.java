package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LostAlternatesRule}.
 */
class LostAlternatesRuleTests {

	private final LintRule rule = new LostAlternatesRule();

	@Test
	void exchangeWithoutBindingsIsFound() {
		assertThat(
				Declarations.check(this.rule, Declarations.exchange("x", "topic", Map.of("alternate-exchange", "ae")),
						Declarations.exchange("ae", "fanout")))
			.containsExactly(
					"exchange 'x' sends what it cannot route to exchange 'ae', and no binding leads from there to a queue: RabbitMQ drops it");
	}

	@Test
	void boundQueueGetsIt() {
		assertThat(Declarations.check(this.rule,
				Declarations.exchange("x", "topic", Map.of("alternate-exchange", "ae")),
				Declarations.exchange("ae", "fanout"), Declarations.queue("q"), Declarations.binding("ae", "q", "")))
			.isEmpty();
	}

	@Test
	void exchangeOfAnotherServiceIsTrusted() {
		assertThat(
				Declarations.check(this.rule, Declarations.exchange("x", "topic", Map.of("alternate-exchange", "ae")),
						Declarations.external(Declarations.exchange("ae", "fanout"))))
			.isEmpty();
	}

}
