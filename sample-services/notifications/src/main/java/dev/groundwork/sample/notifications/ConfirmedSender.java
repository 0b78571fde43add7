package dev.groundwork.sample.notifications;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends a message and returns only when the broker has confirmed that it has it.
 */
@Component
class ConfirmedSender {

	private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(5);

	private final RabbitTemplate rabbit;

	ConfirmedSender(RabbitTemplate rabbit) {
		this.rabbit = rabbit;
		// the correlation tells what came back; without a callback each is a warning
		rabbit.setReturnsCallback((returned) -> {
		});
	}

	/**
	 * Send a message.
	 * @param exchange the exchange
	 * @param routingKey the routing key
	 * @param message the message
	 * @return whether it is in a queue
	 * @throws AmqpException if it is not confirmed within five seconds
	 */
	boolean send(String exchange, String routingKey, Message message) {
		CorrelationData correlation = new CorrelationData(UUID.randomUUID().toString());
		try {
			this.rabbit.send(exchange, routingKey, message, correlation);
			Confirm confirm = correlation.getFuture().get(CONFIRM_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
			if (!confirm.ack()) {
				throw new AmqpException("Refused by the broker: " + confirm.reason());
			}
			return correlation.getReturned() == null;
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new AmqpException("Not confirmed by the broker", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AmqpException("Interrupted before the broker confirmed", ex);
		}
	}

}
