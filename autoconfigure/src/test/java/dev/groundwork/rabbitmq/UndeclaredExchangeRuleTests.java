package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.binding;
import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static dev.groundwork.rabbitmq.Declarations.exchangeBinding;
import static dev.groundwork.rabbitmq.Declarations.external;
import static dev.groundwork.rabbitmq.Declarations.queue;
import static dev.groundwork.rabbitmq.Declarations.remedies;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UndeclaredExchangeRule}.
 */
class UndeclaredExchangeRuleTests {

	private final LintRule rule = new UndeclaredExchangeRule();

	@Test
	void bindingOfUndeclaredExchangeIsFound() {
		assertThat(check(this.rule, queue("q"), binding("x", "q", "k")))
			.containsExactly("binding 'x → q [k]' refers to exchange 'x', which nobody declares");
	}

	@Test
	void destinationCountsToo() {
		assertThat(check(this.rule, exchange("x", "topic"), exchangeBinding("x", "y", "#")))
			.containsExactly("binding 'x → exchange y [#]' refers to exchange 'y', which nobody declares");
	}

	@Test
	void exchangeOfAnotherServiceIsTheWayOut() {
		assertThat(check(this.rule, external(exchange("x", "direct")), queue("q"), binding("x", "q", "k"))).isEmpty();
	}

	@Test
	void theRemedyNamesTheWayOut() {
		assertThat(remedies(this.rule, queue("q"), binding("x", "q", "k"))).singleElement()
			.asString()
			.endsWith("groundwork.rabbitmq.exchanges: [{name: x, external: true}]");
	}

	@Test
	void exchangesOfEveryVirtualHostAreThere() {
		assertThat(check(this.rule, queue("q"), binding("amq.topic", "q", "#"))).isEmpty();
	}

	@Test
	void declaredExchangeIsThere() {
		assertThat(check(this.rule, exchange("x", "topic"), queue("q"), binding("x", "q", "#"))).isEmpty();
	}

}
