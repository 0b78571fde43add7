package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeadersBindingRule}.
 */
class HeadersBindingRuleTests {

	private final LintRule rule = new HeadersBindingRule();

	@Test
	void bindingWithoutMatchIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "headers"), Declarations.queue("q"),
				Declarations.binding("x", "q", "", Map.of("kind", "a"))))
			.hasSize(1);
	}

	@Test
	void bindingWithMatchIsFine() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "headers"), Declarations.queue("q"),
				Declarations.binding("x", "q", "", Map.of("x-match", "all"))))
			.isEmpty();
	}

	@Test
	void otherTypesOfExchangeNeedNone() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "topic"), Declarations.queue("q"),
				Declarations.binding("x", "q", "#")))
			.isEmpty();
	}

}
