package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AtLeastOnceRule}.
 */
class AtLeastOnceRuleTests {

	private final LintRule rule = new AtLeastOnceRule();

	@Test
	void whatIsMissingIsNamed() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-dead-letter-strategy", "at-least-once"))))
			.satisfiesExactly((first) -> assertThat(first).contains("without x-overflow: reject-publish"),
					(second) -> assertThat(second).contains("without x-dead-letter-exchange"));
	}

	@Test
	void completeQueueIsFine() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-dead-letter-strategy",
				"at-least-once", "x-overflow", "reject-publish", "x-dead-letter-exchange", "dlx"))))
			.isEmpty();
	}

}
