package dev.groundwork.rabbitmq;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.listener.ListenerContainerConsumerFailedEvent;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ListenerHealth}.
 */
class ListenerHealthTests {

	private final SimpleMessageListenerContainer container = mock();

	private final FailedListeners failed = new FailedListeners();

	private final Clock clock = mock();

	private final ListenerHealth health = new ListenerHealth(() -> List.of(this.container), this.failed, this.clock);

	ListenerHealthTests() {
		given(this.container.getQueueNames()).willReturn(new String[] { "orders" });
		given(this.container.isRunning()).willReturn(true);
		at(0);
	}

	@Test
	void containerWithConsumersIsFine() {
		consumers(1);
		assertThat(this.health.check()).isEmpty();
	}

	@Test
	void containerThatTriesAgainIsGivenTime() {
		consumers(0);
		assertThat(this.health.check()).isEmpty();
		at(14);
		assertThat(this.health.check()).isEmpty();
	}

	@Test
	void containerWithoutConsumerForLongIsDegraded() {
		consumers(0);
		this.health.check();
		at(15);
		assertThat(this.health.check()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED);
			assertThat(diagnosis.summary()).isEqualTo("listener of orders: has no consumer");
		});
	}

	@Test
	void timeBeginsAnewWhenThereWasAConsumer() {
		consumers(0);
		this.health.check();
		at(10);
		consumers(1);
		this.health.check();
		consumers(0);
		at(16);
		assertThat(this.health.check()).isEmpty();
	}

	@Test
	void containerThatHasStoppedByItsOwnFailureIsDegradedAtOnce() {
		given(this.container.isRunning()).willReturn(false);
		this.failed.onApplicationEvent(new ListenerContainerConsumerFailedEvent(this.container, "refused",
				new IllegalStateException("no queue"), true));
		assertThat(this.health.check()).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.evidence()).contains("no queue"));
	}

	private void consumers(int count) {
		given(this.container.getActiveConsumerCount()).willReturn(count);
	}

	private void at(int seconds) {
		given(this.clock.instant()).willReturn(Instant.EPOCH.plus(Duration.ofSeconds(seconds)));
	}

}
