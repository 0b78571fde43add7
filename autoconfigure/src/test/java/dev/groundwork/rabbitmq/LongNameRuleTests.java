package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.binding;
import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static dev.groundwork.rabbitmq.Declarations.queue;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LongNameRule}.
 */
class LongNameRuleTests {

	private final LintRule rule = new LongNameRule();

	@Test
	void whatTheProtocolCannotCarryIsFound() {
		assertThat(check(this.rule, queue("ä".repeat(128)), exchange("e".repeat(256), "topic"),
				binding("x", "q", "k".repeat(256))))
			.hasSize(3)
			.allSatisfy((violation) -> assertThat(violation).contains(" of 256 bytes, and AMQP carries 255 at most"));
	}

	@Test
	void longestNameIsFine() {
		assertThat(check(this.rule, queue("q".repeat(255)), binding("x", "q", "k".repeat(255)))).isEmpty();
	}

}
