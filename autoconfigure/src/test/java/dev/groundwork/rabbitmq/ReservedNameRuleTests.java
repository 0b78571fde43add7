package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.exchange;
import static dev.groundwork.rabbitmq.Declarations.queue;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReservedNameRule}.
 */
class ReservedNameRuleTests {

	private final LintRule rule = new ReservedNameRule();

	@Test
	void reservedNamesAreFound() {
		assertThat(check(this.rule, exchange("amq.mine", "topic"), queue("amq.yours"))).containsExactly(
				"exchange 'amq.mine' has a name that begins with 'amq.', which RabbitMQ keeps for itself",
				"queue 'amq.yours' has a name that begins with 'amq.', which RabbitMQ keeps for itself");
	}

	@Test
	void exchangeThatTheBrokerHasMayBeDeclaredAgain() {
		assertThat(check(this.rule, exchange("amq.topic", "topic"))).isEmpty();
	}

	@Test
	void otherNamesAreFine() {
		assertThat(check(this.rule, queue("amqp.orders"))).isEmpty();
	}

}
