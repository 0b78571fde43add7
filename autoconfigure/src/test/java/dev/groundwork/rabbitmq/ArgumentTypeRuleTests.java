package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.binding;
import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static dev.groundwork.rabbitmq.Declarations.queue;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArgumentTypeRule}.
 */
class ArgumentTypeRuleTests {

	private final LintRule rule = new ArgumentTypeRule();

	@Test
	void textInsteadOfNumberIsFound() {
		assertThat(check(this.rule, queue("q", Map.of("x-message-ttl", "60000")))).containsExactly(
				"queue 'q' has argument 'x-message-ttl' with the String '60000', and RabbitMQ wants a whole number");
	}

	@Test
	void textInsteadOfTruthIsFound() {
		assertThat(check(this.rule, queue("q", Map.of("x-single-active-consumer", "true")))).hasSize(1);
	}

	@Test
	void numberInsteadOfTextIsFound() {
		assertThat(check(this.rule, exchange("x", "topic", Map.of("alternate-exchange", 5)))).hasSize(1);
	}

	@Test
	void theRightTypesAreFine() {
		assertThat(check(this.rule,
				queue("q", Map.of("x-message-ttl", 60000, "x-max-length", 5L, "x-overflow", "drop-head"))))
			.isEmpty();
	}

	@Test
	void unknownArgumentsAreNotJudged() {
		assertThat(check(this.rule, queue("q", Map.of("x-of-ours", "60000")))).isEmpty();
	}

	@Test
	void headersOfABindingMayHaveAnyName() {
		assertThat(check(this.rule, exchange("x", "headers"),
				binding("x", "q", "", Map.of("x-match", "all", "x-message-ttl", "5"))))
			.isEmpty();
	}

}
