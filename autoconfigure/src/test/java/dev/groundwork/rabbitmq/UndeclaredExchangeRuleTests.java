package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UndeclaredExchangeRule}.
 */
class UndeclaredExchangeRuleTests {

	private final LintRule rule = new UndeclaredExchangeRule();

	@Test
	void bindingOfUndeclaredExchangeIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q"), Declarations.binding("x", "q", "k")))
			.containsExactly("binding 'x → q [k]' refers to exchange 'x', which nobody declares");
	}

	@Test
	void destinationCountsToo() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "topic"),
				Declarations.exchangeBinding("x", "y", "#")))
			.containsExactly("binding 'x → exchange y [#]' refers to exchange 'y', which nobody declares");
	}

	@Test
	void exchangeOfAnotherServiceIsTheWayOut() {
		assertThat(Declarations.check(this.rule, Declarations.external(Declarations.exchange("x", "direct")),
				Declarations.queue("q"), Declarations.binding("x", "q", "k")))
			.isEmpty();
	}

	@Test
	void theRemedyNamesTheWayOut() {
		assertThat(Declarations.remedies(this.rule, Declarations.queue("q"), Declarations.binding("x", "q", "k")))
			.singleElement()
			.asString()
			.endsWith("groundwork.rabbitmq.exchanges: [{name: x, external: true}]");
	}

	@Test
	void exchangesOfEveryVirtualHostAreThere() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q"), Declarations.binding("amq.topic", "q", "#")))
			.isEmpty();
	}

	@Test
	void declaredExchangeIsThere() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("x", "topic"), Declarations.queue("q"),
				Declarations.binding("x", "q", "#")))
			.isEmpty();
	}

}
