package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static dev.groundwork.rabbitmq.Declarations.check;
import static dev.groundwork.rabbitmq.Declarations.own;
import static dev.groundwork.rabbitmq.Declarations.queue;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransientQueueRule}.
 */
class TransientQueueRuleTests {

	private final LintRule rule = new TransientQueueRule();

	@Test
	void transientQueueIsFound() {
		assertThat(check(this.rule, own(new QueueResource("q", false, Map.of())))).singleElement()
			.asString()
			.contains("RabbitMQ refuses it from 4.3 on");
	}

	@Test
	void durableQueueIsFine() {
		assertThat(check(this.rule, queue("q"))).isEmpty();
	}

}
