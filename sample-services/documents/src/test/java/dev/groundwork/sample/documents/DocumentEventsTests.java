package dev.groundwork.sample.documents;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessagePostProcessor;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.support.converter.MessageConverter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DocumentEvents}.
 */
class DocumentEventsTests {

	private final MessagingConfiguration configuration = new MessagingConfiguration();

	private final RabbitTemplate rabbit = mock();

	private final EventSigner signer = new EventSigner(new JwtProperties("a-secret-for-this-test-of-32-bytes"));

	private final DocumentEvents events = new DocumentEvents(this.rabbit, this.configuration.cloudmatrixEvents(),
			this.signer);

	private final DocumentEvent event = DocumentEvent
		.created(new Document(UUID.randomUUID(), 1, "Plan", "A first draft", "ann"));

	@Test
	void eventIsPersistentAndSigned() {
		MessagePostProcessor preparation = publishAndAnswer((correlation) -> confirm(correlation, true, null));
		Message message = preparation.postProcessMessage(new Message("{}".getBytes(StandardCharsets.UTF_8)));
		assertThat(message.getMessageProperties().getDeliveryMode()).isEqualTo(MessageDeliveryMode.PERSISTENT);
		assertThat(message.getMessageProperties().getMessageId()).isEqualTo(this.event.eventId().toString());
		assertThat(message.getMessageProperties().<String>getHeader("x-signature"))
			.isEqualTo(this.signer.sign("{}".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void eventThatTheBrokerRefusesIsNotPublished() {
		assertThatExceptionOfType(EventNotPublishedException.class)
			.isThrownBy(() -> publishAndAnswer((correlation) -> confirm(correlation, false, "no exchange")))
			.withMessageContaining("document.created")
			.havingCause()
			.withMessage("Refused by the broker: no exchange");
	}

	@Test
	void whenTheBrokerIsAwayTheEventIsNotPublished() {
		assertThatExceptionOfType(EventNotPublishedException.class).isThrownBy(() -> publishAndAnswer((correlation) -> {
			throw new AmqpConnectException(new IllegalStateException("Connection refused"));
		})).withCauseInstanceOf(AmqpConnectException.class);
	}

	@Test
	void whenTheConfirmationIsLostTheEventIsNotPublished() {
		IllegalStateException lost = new IllegalStateException("Connection lost");
		assertThatExceptionOfType(EventNotPublishedException.class)
			.isThrownBy(() -> publishAndAnswer((correlation) -> correlation.getFuture().completeExceptionally(lost)))
			.withRootCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void eventIsJsonWithAReadableTime() {
		MessageConverter converter = this.configuration.messageConverter(JsonMapper.builder().build());
		Message message = converter.toMessage(this.event, new MessageProperties());
		assertThat(new String(message.getBody(), StandardCharsets.UTF_8))
			.contains("\"occurredAt\":\"" + this.event.occurredAt() + "\"", "\"version\":1");
	}

	private MessagePostProcessor publishAndAnswer(Consumer<CorrelationData> broker) {
		ArgumentCaptor<MessagePostProcessor> preparation = ArgumentCaptor.captor();
		willAnswer((invocation) -> {
			broker.accept(invocation.getArgument(4));
			return null;
		}).given(this.rabbit)
			.convertAndSend(eq("cloudmatrix.events"), eq("document.created"), eq(this.event), preparation.capture(),
					any(CorrelationData.class));
		this.events.publish(this.event);
		return preparation.getValue();
	}

	private static void confirm(CorrelationData correlation, boolean ack, @Nullable String reason) {
		correlation.getFuture().complete(new Confirm(ack, reason));
	}

}
