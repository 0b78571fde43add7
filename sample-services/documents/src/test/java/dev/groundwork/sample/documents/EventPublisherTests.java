package dev.groundwork.sample.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link EventPublisher}.
 */
class EventPublisherTests {

	private final RabbitTemplate rabbit = mock();

	private final EventSigner signer = new EventSigner(new JwtProperties("a-secret-for-this-test-of-32-bytes"));

	private final EventPublisher publisher = new EventPublisher(this.rabbit,
			new MessagingConfiguration().cloudmatrixEvents(), this.signer);

	private final PendingEvent event = new PendingEvent(UUID.randomUUID(), "document.created", "{}");

	@Test
	void eventIsPersistentSignedAndKnownByItsId() {
		answer((correlation) -> confirm(correlation, true, null));
		assertThat(this.publisher.publish(List.of(this.event))).containsExactly(this.event.id());
		ArgumentCaptor<Message> message = ArgumentCaptor.captor();
		then(this.rabbit).should()
			.send(eq("cloudmatrix.events"), eq("document.created"), message.capture(), any(CorrelationData.class));
		assertThat(message.getValue().getMessageProperties().getDeliveryMode())
			.isEqualTo(MessageDeliveryMode.PERSISTENT);
		assertThat(message.getValue().getMessageProperties().getMessageId()).isEqualTo(this.event.id().toString());
		assertThat(message.getValue().getMessageProperties().<String>getHeader("x-signature"))
			.isEqualTo(this.signer.sign("{}".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void eventThatTheBrokerRefusesIsNotConfirmed() {
		answer((correlation) -> confirm(correlation, false, "no exchange"));
		assertThat(this.publisher.publish(List.of(this.event))).isEmpty();
	}

	@Test
	void eventThatIsInNoQueueIsNotConfirmed() {
		answer((correlation) -> {
			correlation.setReturned(mock(ReturnedMessage.class));
			confirm(correlation, true, null);
		});
		assertThat(this.publisher.publish(List.of(this.event))).isEmpty();
	}

	@Test
	void eventWhoseConfirmationIsLostIsNotConfirmedAndTheOthersAre() {
		PendingEvent other = new PendingEvent(UUID.randomUUID(), "document.updated", "{}");
		answer((correlation) -> {
			if (correlation.getId().equals(other.id().toString())) {
				confirm(correlation, true, null);
			}
			else {
				correlation.getFuture().completeExceptionally(new IllegalStateException("Connection lost"));
			}
		});
		assertThat(this.publisher.publish(List.of(this.event, other))).containsExactly(other.id());
	}

	@Test
	void whenTheBrokerIsAwayNothingIsTried() {
		answer((correlation) -> {
			throw new AmqpConnectException(new IllegalStateException("Connection refused"));
		});
		assertThatExceptionOfType(AmqpConnectException.class)
			.isThrownBy(() -> this.publisher.publish(List.of(this.event)));
	}

	private void answer(Consumer<CorrelationData> broker) {
		willAnswer((invocation) -> {
			broker.accept(invocation.getArgument(3));
			return null;
		}).given(this.rabbit).send(any(), any(), any(Message.class), any(CorrelationData.class));
	}

	private static void confirm(CorrelationData correlation, boolean ack, @Nullable String reason) {
		correlation.getFuture().complete(new Confirm(ack, reason));
	}

}
