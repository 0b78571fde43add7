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
 * Tests for {@link HeadersBindingRule}.
 */
class HeadersBindingRuleTests {

	private final LintRule rule = new HeadersBindingRule();

	@Test
	void bindingWithoutMatchIsFound() {
		assertThat(check(this.rule, exchange("x", "headers"), queue("q"), binding("x", "q", "", Map.of("kind", "a"))))
			.hasSize(1);
	}

	@Test
	void bindingWithMatchIsFine() {
		assertThat(
				check(this.rule, exchange("x", "headers"), queue("q"), binding("x", "q", "", Map.of("x-match", "all"))))
			.isEmpty();
	}

	@Test
	void otherTypesOfExchangeNeedNone() {
		assertThat(check(this.rule, exchange("x", "topic"), queue("q"), binding("x", "q", "#"))).isEmpty();
	}

}
