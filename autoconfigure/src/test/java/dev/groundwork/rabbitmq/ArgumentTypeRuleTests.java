package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArgumentTypeRule}.
 */
class ArgumentTypeRuleTests {

	private final LintRule rule = new ArgumentTypeRule();

	@Test
	void textInsteadOfNumberIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-message-ttl", "60000"))))
			.containsExactly(
					"queue 'q' has argument 'x-message-ttl' with the String '60000', and RabbitMQ wants a whole number");
	}

	@Test
	void textInsteadOfTruthIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-single-active-consumer", "true"))))
			.hasSize(1);
	}

	@Test
	void numberInsteadOfTextIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "topic", Map.of("alternate-exchange", 5))))
			.hasSize(1);
	}

	@Test
	void theRightTypesAreFine() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-message-ttl", 60000, "x-max-length", 5L, "x-overflow", "drop-head"))))
			.isEmpty();
	}

	@Test
	void unknownArgumentsAreNotJudged() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-of-ours", "60000")))).isEmpty();
	}

	@Test
	void headersOfABindingMayHaveAnyName() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "headers"),
				Declarations.binding("x", "q", "", Map.of("x-match", "all", "x-message-ttl", "5"))))
			.isEmpty();
	}

}
