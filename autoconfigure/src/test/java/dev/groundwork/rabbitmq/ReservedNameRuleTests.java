package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReservedNameRule}.
 */
class ReservedNameRuleTests {

	private final LintRule rule = new ReservedNameRule();

	@Test
	void reservedNamesAreFound() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("amq.mine", "topic"),
				Declarations.queue("amq.yours")))
			.containsExactly("exchange 'amq.mine' has a name that begins with 'amq.', which RabbitMQ keeps for itself",
					"queue 'amq.yours' has a name that begins with 'amq.', which RabbitMQ keeps for itself");
	}

	@Test
	void exchangeThatTheBrokerHasMayBeDeclaredAgain() {
		assertThat(Declarations.check(this.rule, Declarations.exchange("amq.topic", "topic"))).isEmpty();
	}

	@Test
	void otherNamesAreFine() {
		assertThat(Declarations.check(this.rule, Declarations.queue("amqp.orders"))).isEmpty();
	}

}
