package dev.groundwork.sample.documents;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

/**
 * Publishes events and returns only when the broker has confirmed that it has them.
 */
@Component
class DocumentEvents {

	private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(5);

	private final RabbitTemplate rabbit;

	private final TopicExchange exchange;

	private final EventSigner signer;

	DocumentEvents(RabbitTemplate rabbit, TopicExchange exchange, EventSigner signer) {
		this.rabbit = rabbit;
		this.exchange = exchange;
		this.signer = signer;
	}

	void publish(DocumentEvent event) {
		CorrelationData correlation = new CorrelationData(event.eventId().toString());
		try {
			this.rabbit.convertAndSend(this.exchange.getName(), event.type(), event,
					(message) -> prepare(message, event), correlation);
			Confirm confirm = correlation.getFuture().get(CONFIRM_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
			if (!confirm.ack()) {
				throw new AmqpException("Refused by the broker: " + confirm.reason());
			}
		}
		catch (AmqpException | ExecutionException | TimeoutException ex) {
			throw new EventNotPublishedException(event, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EventNotPublishedException(event, ex);
		}
	}

	private Message prepare(Message message, DocumentEvent event) {
		message.getMessageProperties().setMessageId(event.eventId().toString());
		message.getMessageProperties().setDeliveryMode(MessageDeliveryMode.PERSISTENT);
		message.getMessageProperties().setHeader("x-signature", this.signer.sign(message.getBody()));
		return message;
	}

}
