package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link QueueExpiryRule}.
 */
class QueueExpiryRuleTests {

	private final LintRule rule = new QueueExpiryRule();

	@Test
	void queueThatExpiresWithItsDeadLettersIsFound() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-expires", 5000, "x-dead-letter-exchange", "dlx"))))
			.containsExactly(
					"queue 'q' is deleted 5000 ms after its last use, and what is in it then is lost: it goes to no dead-letter exchange");
	}

	@Test
	void queueThatOnlyExpiresIsFine() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-expires", 5000)))).isEmpty();
	}

}
