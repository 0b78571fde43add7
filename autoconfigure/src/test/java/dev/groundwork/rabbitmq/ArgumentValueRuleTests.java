package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArgumentValueRule}.
 */
class ArgumentValueRuleTests {

	private final LintRule rule = new ArgumentValueRule();

	@Test
	void valueThatTheBrokerRefusesIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-overflow", "drop-tail"))))
			.containsExactly(
					"queue 'q' has argument 'x-overflow' with the value 'drop-tail', and RabbitMQ wants drop-head, reject-publish, reject-publish-dlx");
	}

	@Test
	void numberOutOfRangeIsFound() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-max-priority", 256, "x-expires", 0, "x-message-ttl", -1))))
			.hasSize(3);
	}

	@Test
	void ageWithoutUnitIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-max-age", "7")))).singleElement()
			.asString()
			.endsWith("such as 7D");
	}

	@Test
	void matchThatTheBrokerRefusesIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "headers"),
				Declarations.binding("x", "q", "", Map.of("x-match", "some"))))
			.hasSize(1);
	}

	@Test
	void theBoundsAreFine() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q",
						Map.of("x-max-priority", 255, "x-expires", 1, "x-message-ttl", 0, "x-max-age", "7D"))))
			.isEmpty();
	}

}
