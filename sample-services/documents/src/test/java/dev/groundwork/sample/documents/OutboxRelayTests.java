package dev.groundwork.sample.documents;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link OutboxRelay}.
 */
class OutboxRelayTests {

	private static final PendingEvent FIRST = new PendingEvent(UUID.randomUUID(), "document.created", "{}");

	private static final PendingEvent SECOND = new PendingEvent(UUID.randomUUID(), "document.created", "{}");

	private final Outbox outbox = mock();

	private final EventPublisher publisher = mock();

	private final OutboxRelay relay = new OutboxRelay(this.outbox, this.publisher,
			TransactionOperations.withoutTransaction(), mock(TaskScheduler.class));

	@Test
	void goesOnUntilTheOutboxIsEmpty() {
		given(this.outbox.lockNext(OutboxRelay.BATCH)).willReturn(List.of(FIRST))
			.willReturn(List.of(SECOND))
			.willReturn(List.of());
		given(this.publisher.publish(List.of(FIRST))).willReturn(Set.of(FIRST.id()));
		given(this.publisher.publish(List.of(SECOND))).willReturn(Set.of(SECOND.id()));
		this.relay.relay();
		then(this.outbox).should().remove(Set.of(FIRST.id()));
		then(this.outbox).should().remove(Set.of(SECOND.id()));
		assertThat(this.relay.pause()).isEqualTo(OutboxRelay.PAUSE);
	}

	@Test
	void onlyWhatIsConfirmedIsRemovedAndTheRestWaits() {
		given(this.outbox.lockNext(OutboxRelay.BATCH)).willReturn(List.of(FIRST, SECOND));
		given(this.publisher.publish(any())).willReturn(Set.of(SECOND.id()));
		this.relay.relay();
		then(this.outbox).should(times(1)).remove(any());
		then(this.outbox).should().remove(Set.of(SECOND.id()));
		assertThat(this.relay.pause()).isEqualTo(OutboxRelay.PAUSE_AFTER_FAILURE);
	}

	@Test
	void whileTheBrokerIsAwayNothingIsRemoved() {
		given(this.outbox.lockNext(OutboxRelay.BATCH)).willReturn(List.of(FIRST));
		given(this.publisher.publish(any()))
			.willThrow(new AmqpConnectException(new IllegalStateException("Connection refused")));
		this.relay.relay();
		then(this.outbox).should(never()).remove(any());
		assertThat(this.relay.pause()).isEqualTo(OutboxRelay.PAUSE_AFTER_FAILURE);
	}

	@Test
	void afterAFailureItGoesOnWithTheUsualPause() {
		given(this.outbox.lockNext(OutboxRelay.BATCH)).willReturn(List.of(FIRST)).willReturn(List.of());
		given(this.publisher.publish(any())).willThrow(new AmqpConnectException(new IllegalStateException("refused")));
		this.relay.relay();
		this.relay.relay();
		assertThat(this.relay.pause()).isEqualTo(OutboxRelay.PAUSE);
	}

}
