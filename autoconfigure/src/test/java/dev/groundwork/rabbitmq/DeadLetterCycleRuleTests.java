package dev.groundwork.rabbitmq;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeadLetterCycleRule}.
 */
class DeadLetterCycleRuleTests {

	@Test
	void circleInWhichEverythingExpiresIsFound() {
		assertThat(Declarations.check(DeadLetterCycleRule.expiring(),
				Declarations.queue("a",
						Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "b", "x-message-ttl", 1000)),
				Declarations.queue("b",
						Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "a", "x-message-ttl", 1000))))
			.containsExactly(
					"queue 'a' is in a circle of dead letters in which every queue has x-message-ttl (a → b → a): RabbitMQ drops a message that goes round without being rejected");
	}

	@Test
	void circleOfWorkAndRetryIsFine() {
		assertThat(Declarations.check(DeadLetterCycleRule.expiring(),
				Declarations.queue("work", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "retry")),
				Declarations.queue("retry", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "work",
						"x-message-ttl", 1000))))
			.isEmpty();
		assertThat(Declarations.check(DeadLetterCycleRule.immediate(),
				Declarations.queue("work", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "retry")),
				Declarations.queue("retry", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "work",
						"x-message-ttl", 1000))))
			.isEmpty();
	}

	@Test
	void queueThatDeadLettersToItselfAtOnceIsFound() {
		assertThat(Declarations.check(DeadLetterCycleRule.immediate(),
				Declarations.queue("a", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "a"))))
			.containsExactly(
					"queue 'a' is in a circle of dead letters in which no queue has x-message-ttl (a → a): a rejected message comes back at once, without an end");
	}

	@Test
	void chainIsNoCircle() {
		assertThat(Declarations.check(DeadLetterCycleRule.immediate(),
				Declarations.queue("a", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "b")),
				Declarations.queue("b", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "c")),
				Declarations.queue("c")))
			.isEmpty();
	}

	@Test
	void longCircleIsFoundOnce() {
		assertThat(Declarations.check(DeadLetterCycleRule.immediate(),
				Declarations.queue("a", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "b")),
				Declarations.queue("b", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "c")),
				Declarations.queue("c", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "a"))))
			.singleElement()
			.asString()
			.contains("a → b → c → a");
	}

	@Test
	void queueThatLeadsIntoACircleIsNotPartOfIt() {
		assertThat(Declarations.check(DeadLetterCycleRule.immediate(),
				Declarations.queue("a", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "b")),
				Declarations.queue("b", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "b"))))
			.singleElement()
			.asString()
			.startsWith("queue 'b'");
	}

}
