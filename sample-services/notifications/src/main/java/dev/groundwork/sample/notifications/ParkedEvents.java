package dev.groundwork.sample.notifications;

import java.util.Optional;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;
import org.springframework.amqp.rabbit.support.MessagePropertiesConverter;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * The events that were given up. {@code GET} counts them, {@code POST} has them tried
 * again.
 */
@Component
@Endpoint(id = "parked")
class ParkedEvents {

	static final String QUEUE = "notifications.documents";

	static final String PARKING_LOT = QUEUE + ".parking-lot";

	private static final MessagePropertiesConverter CONVERTER = new DefaultMessagePropertiesConverter();

	private final RabbitTemplate rabbit;

	private final ConfirmedSender sender;

	ParkedEvents(RabbitTemplate rabbit, ConfirmedSender sender) {
		this.rabbit = rabbit;
		this.sender = sender;
	}

	@ReadOperation
	Parked count() {
		return new Parked(0, parked());
	}

	/**
	 * Move back what is parked now, one event after the other. An event leaves the
	 * parking lot when the broker has confirmed it in its queue: whatever fails, it is in
	 * one of them, or for a moment in both.
	 * @return how many were moved, and how many are parked now
	 */
	@WriteOperation
	Parked replay() {
		long atFirst = parked();
		int replayed = 0;
		while (replayed < atFirst && Boolean.TRUE.equals(this.rabbit.execute(this::moveOne))) {
			replayed++;
		}
		return new Parked(replayed, parked());
	}

	private long parked() {
		return Optional.ofNullable(this.rabbit.execute((channel) -> channel.messageCount(PARKING_LOT))).orElse(0L);
	}

	private boolean moveOne(Channel channel) throws Exception {
		GetResponse parked = channel.basicGet(PARKING_LOT, false);
		if (parked == null) {
			return false;
		}
		long tag = parked.getEnvelope().getDeliveryTag();
		try {
			Message message = new Message(parked.getBody(),
					CONVERTER.toMessageProperties(parked.getProps(), parked.getEnvelope(), "UTF-8"));
			if (!this.sender.send("", QUEUE, message)) {
				throw new AmqpException("There is no queue '%s'".formatted(QUEUE));
			}
		}
		catch (AmqpException ex) {
			channel.basicNack(tag, false, true);
			throw ex;
		}
		channel.basicAck(tag, false);
		return true;
	}

	/**
	 * How many events were moved back, and how many are parked now.
	 */
	record Parked(int replayed, long parked) {

	}

}
