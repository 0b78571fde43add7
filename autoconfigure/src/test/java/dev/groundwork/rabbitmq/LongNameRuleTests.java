package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LongNameRule}.
 */
class LongNameRuleTests {

	private final LintRule rule = new LongNameRule();

	@Test
	void whatTheProtocolCannotCarryIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.queue("ä".repeat(128)),
				Declarations.exchange("e".repeat(256), "topic"), Declarations.binding("x", "q", "k".repeat(256))))
			.hasSize(3)
			.allSatisfy((violation) -> assertThat(violation).contains(" of 256 bytes, and AMQP carries 255 at most"));
	}

	@Test
	void longestNameIsFine() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q".repeat(255)),
				Declarations.binding("x", "q", "k".repeat(255))))
			.isEmpty();
	}

}
