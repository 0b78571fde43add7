package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransientQueueRule}.
 */
class TransientQueueRuleTests {

	private final LintRule rule = new TransientQueueRule();

	@Test
	void transientQueueIsFound() {
		assertThat(Declarations.check(this.rule, Declarations.own(new QueueResource("q", false, Map.of()))))
			.singleElement()
			.asString()
			.contains("RabbitMQ refuses it from 4.3 on");
	}

	@Test
	void durableQueueIsFine() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q"))).isEmpty();
	}

}
