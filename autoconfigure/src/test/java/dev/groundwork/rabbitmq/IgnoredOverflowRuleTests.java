package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IgnoredOverflowRule}.
 */
class IgnoredOverflowRuleTests {

	private final LintRule rule = new IgnoredOverflowRule();

	@Test
	void overflowThatQuorumQueuesLackIsFound() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-queue-type", "quorum", "x-overflow", "reject-publish-dlx"))))
			.hasSize(1);
	}

	@Test
	void classicQueuesHaveIt() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-queue-type", "classic", "x-overflow", "reject-publish-dlx"))))
			.isEmpty();
	}

}
