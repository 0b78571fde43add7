package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.plan.LintRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link QueueTypeRule}.
 */
class QueueTypeRuleTests {

	private final LintRule rule = new QueueTypeRule("quorum");

	@Test
	void argumentThatTheTypeLacksIsFound() {
		assertThat(Declarations.check(this.rule,
				Declarations.queue("q", Map.of("x-queue-type", "quorum", "x-max-priority", 5, "x-queue-mode", "lazy"))))
			.containsExactly("queue 'q' has argument 'x-max-priority', which RabbitMQ refuses on a quorum queue",
					"queue 'q' has argument 'x-queue-mode', which RabbitMQ refuses on a quorum queue");
	}

	@Test
	void theRemedySaysWhereTheArgumentBelongs() {
		assertThat(Declarations.remedies(this.rule,
				Declarations.queue("q", Map.of("x-queue-type", "quorum", "x-max-age", "7D"))))
			.containsExactly("Remove the argument; it is for queues of type stream.");
	}

	@Test
	void queueThatIsNotDurableIsFound() {
		assertThat(Declarations.check(this.rule,
				Declarations.own(new QueueResource("q", false, Map.of("x-queue-type", "quorum")))))
			.hasSize(1);
	}

	@Test
	void transientClassicQueueIsLegal() {
		assertThat(Declarations.check(new QueueTypeRule("classic"),
				Declarations.own(new QueueResource("q", false, Map.of("x-queue-type", "classic")))))
			.isEmpty();
	}

	@Test
	void argumentThatTheTypeHasIsFine() {
		assertThat(
				Declarations.check(this.rule,
						Declarations.queue("q",
								Map.of("x-queue-type", "quorum", "x-delivery-limit", 5, "x-message-ttl", 60000))))
			.isEmpty();
	}

	@Test
	void queueWithoutATypeIsNotJudged() {
		assertThat(Declarations.check(this.rule, Declarations.queue("q", Map.of("x-max-priority", 5)))).isEmpty();
	}

}
