package dev.groundwork.rabbitmq;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryLadder}.
 */
class RetryLadderTests {

	private static final List<Duration> DELAYS = List.of(Duration.ofSeconds(1), Duration.ofMinutes(1));

	@Test
	void messageGoesFromRungToRungAndThenToTheParkingLot() {
		RetryLadder ladder = new RetryLadder("orders", DELAYS, true, true);
		assertThat(ladder.next(0)).isEqualTo("orders.retry.1s");
		assertThat(ladder.next(1)).isEqualTo("orders.retry.1m");
		assertThat(ladder.next(2)).isEqualTo("orders.parking-lot");
		assertThat(ladder.next(7)).isEqualTo("orders.parking-lot");
	}

	@Test
	void withoutParkingLotThereIsNowhereToGoAfterTheLastRung() {
		assertThat(new RetryLadder("orders", DELAYS, false, false).next(2)).isNull();
	}

	@Test
	void waitingMessagesGoBackThroughTheDefaultExchange() {
		assertThat(new RetryLadder("orders", DELAYS, true, true).queues(null, false)).containsExactly(
				new QueueResource("orders.retry.1s", false,
						Map.of("x-message-ttl", 1_000L, "x-dead-letter-exchange", "", "x-dead-letter-routing-key",
								"orders")),
				new QueueResource("orders.retry.1m", false, Map.of("x-message-ttl", 60_000L, "x-dead-letter-exchange",
						"", "x-dead-letter-routing-key", "orders")),
				new QueueResource("orders.parking-lot", false, Map.of()));
	}

	@Test
	void quorumQueuesKeepAWaitingMessageUntilItHasArrived() {
		assertThat(new RetryLadder("orders", DELAYS, false, false).queues("quorum", true)).hasSize(2)
			.allSatisfy((queue) -> assertThat(queue.arguments()).containsEntry("x-queue-type", "quorum")
				.containsEntry("x-dead-letter-strategy", "at-least-once")
				.containsEntry("x-overflow", "reject-publish"));
	}

	@Test
	void equalTimesShareAQueue() {
		Duration second = Duration.ofSeconds(1);
		RetryLadder ladder = new RetryLadder("orders", List.of(second, second), false, false);
		assertThat(ladder.queues(null, true)).hasSize(1);
		assertThat(ladder.next(1)).isEqualTo("orders.retry.1s");
	}

}
