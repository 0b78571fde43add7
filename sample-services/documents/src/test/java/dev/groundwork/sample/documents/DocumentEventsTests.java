package dev.groundwork.sample.documents;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessagePostProcessor;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.support.converter.MessageConverter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DocumentEvents}.
 */
class DocumentEventsTests {

	private final MessagingConfiguration configuration = new MessagingConfiguration();

	private final RabbitTemplate rabbit = mock();

	private final EventSigner signer = new EventSigner("a-secret-for-this-test-of-32-bytes");

	private final DocumentEvents events = new DocumentEvents(this.rabbit, this.configuration.cloudmatrixEvents(),
			this.signer);

	private final DocumentEvent event = DocumentEvent
		.created(new Document(UUID.randomUUID(), 1, "Plan", "A first draft", "ann"));

	@Test
	void eventIsPersistentSignedAndConfirmed() {
		RabbitOperations channel = mock();
		given(this.rabbit.<DocumentEvent>invoke(any()))
			.will((invocation) -> invocation.<RabbitOperations.OperationsCallback<DocumentEvent>>getArgument(0)
				.doInRabbit(channel));
		this.events.publish(this.event);
		ArgumentCaptor<MessagePostProcessor> preparation = ArgumentCaptor.captor();
		then(channel).should()
			.convertAndSend(eq("cloudmatrix.events"), eq("document.created"), eq(this.event), preparation.capture());
		then(channel).should().waitForConfirmsOrDie(5000);
		Message message = preparation.getValue().postProcessMessage(new Message("{}".getBytes(StandardCharsets.UTF_8)));
		assertThat(message.getMessageProperties().getDeliveryMode()).isEqualTo(MessageDeliveryMode.PERSISTENT);
		assertThat(message.getMessageProperties().getMessageId()).isEqualTo(this.event.eventId().toString());
		assertThat(message.getMessageProperties().<String>getHeader("x-signature"))
			.isEqualTo(this.signer.sign("{}".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void whenTheBrokerIsAwayTheEventIsNotPublished() {
		given(this.rabbit.<DocumentEvent>invoke(any()))
			.willThrow(new AmqpConnectException(new IllegalStateException("Connection refused")));
		assertThatExceptionOfType(EventNotPublishedException.class).isThrownBy(() -> this.events.publish(this.event))
			.withMessageContaining("document.created")
			.withCauseInstanceOf(AmqpConnectException.class);
	}

	@Test
	void eventIsJsonWithAReadableTime() {
		MessageConverter converter = this.configuration.messageConverter(JsonMapper.builder().build());
		Message message = converter.toMessage(this.event, new MessageProperties());
		assertThat(new String(message.getBody(), StandardCharsets.UTF_8))
			.contains("\"occurredAt\":\"" + this.event.occurredAt() + "\"", "\"version\":1");
	}

}
