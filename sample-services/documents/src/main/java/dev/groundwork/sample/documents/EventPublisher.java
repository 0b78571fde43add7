package dev.groundwork.sample.documents;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

/**
 * Publishes events and tells which of them the broker has put into a queue.
 */
@Component
class EventPublisher {

	private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(5);

	private final RabbitTemplate rabbit;

	private final TopicExchange exchange;

	private final EventSigner signer;

	EventPublisher(RabbitTemplate rabbit, TopicExchange exchange, EventSigner signer) {
		this.rabbit = rabbit;
		// the correlation tells what came back; without a callback each is a warning
		rabbit.setReturnsCallback((returned) -> {
		});
		this.exchange = exchange;
		this.signer = signer;
	}

	/**
	 * Publish events, and wait for at most five seconds until the broker has confirmed
	 * them.
	 * @param events the events, in their order
	 * @return the ids of those that are confirmed; not of one that is in no queue,
	 * because none is bound for it
	 * @throws org.springframework.amqp.AmqpException if the broker is away
	 */
	Set<UUID> publish(List<PendingEvent> events) {
		Map<UUID, CorrelationData> sent = new LinkedHashMap<>();
		for (PendingEvent event : events) {
			CorrelationData correlation = new CorrelationData(event.id().toString());
			this.rabbit.send(this.exchange.getName(), event.type(), message(event), correlation);
			sent.put(event.id(), correlation);
		}
		CompletableFuture
			.allOf(sent.values().stream().map(CorrelationData::getFuture).toArray(CompletableFuture[]::new))
			.completeOnTimeout(null, CONFIRM_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
			.exceptionally((ex) -> null)
			.join();
		return sent.entrySet()
			.stream()
			.filter((entry) -> isConfirmed(entry.getValue()))
			.map(Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static boolean isConfirmed(CorrelationData correlation) {
		CompletableFuture<CorrelationData.Confirm> future = correlation.getFuture();
		return future.isDone() && !future.isCompletedExceptionally() && future.join().ack()
				&& correlation.getReturned() == null;
	}

	private Message message(PendingEvent event) {
		byte[] body = event.payload().getBytes(StandardCharsets.UTF_8);
		return MessageBuilder.withBody(body)
			.setContentType(MessageProperties.CONTENT_TYPE_JSON)
			.setMessageId(event.id().toString())
			.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
			.setHeader("x-signature", this.signer.sign(body))
			.build();
	}

}
