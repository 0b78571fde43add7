package dev.groundwork.rabbitmq;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.rabbitmq.client.AMQP;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetriedMessage}.
 */
class RetriedMessageTests {

	@Test
	void messageThatHasNotFailedBeforeHasNoRetries() {
		assertThat(RetriedMessage.of(message(Map.of())).retries()).isZero();
	}

	@Test
	void everyRungIsCounted() {
		AMQP.BasicProperties waiting = RetriedMessage.of(message(Map.of(RetriedMessage.RETRIES, 1))).toWait();
		assertThat(waiting.getHeaders()).containsEntry(RetriedMessage.RETRIES, 2);
	}

	@Test
	void countThatIsNoneIsNone() {
		assertThat(RetriedMessage.of(message(Map.of(RetriedMessage.RETRIES, "many"))).retries()).isZero();
		assertThat(RetriedMessage.of(message(Map.of(RetriedMessage.RETRIES, -1))).retries()).isZero();
	}

	@Test
	void whereTheMessageCameFromIsRememberedOnce() {
		AMQP.BasicProperties first = RetriedMessage.of(message(Map.of())).toWait();
		assertThat(first.getHeaders()).containsEntry("x-original-exchange", "events")
			.containsEntry("x-original-routingKey", "order.created");
		Message again = message(first.getHeaders());
		again.getMessageProperties().setReceivedExchange("");
		again.getMessageProperties().setReceivedRoutingKey("orders");
		assertThat(RetriedMessage.of(again).toWait().getHeaders()).containsEntry("x-original-exchange", "events");
	}

	@Test
	void messageWaitsAsLongAsTheQueueSaysAndIsKept() {
		Message message = message(Map.of());
		message.getMessageProperties().setExpiration("1");
		AMQP.BasicProperties waiting = RetriedMessage.of(message).toWait();
		assertThat(waiting.getExpiration()).isNull();
		assertThat(waiting.getDeliveryMode()).isEqualTo(2);
	}

	@Test
	void copiesAreNotSentAgain() {
		assertThat(RetriedMessage.of(message(Map.of("CC", "audit"))).toWait().getHeaders()).doesNotContainKey("CC");
	}

	@Test
	void otherPropertiesAreKept() {
		Message message = message(Map.of("tenant", "blue"));
		message.getMessageProperties().setMessageId("17");
		message.getMessageProperties().setPriority(3);
		AMQP.BasicProperties waiting = RetriedMessage.of(message).toWait();
		assertThat(waiting.getMessageId()).isEqualTo("17");
		assertThat(waiting.getPriority()).isEqualTo(3);
		assertThat(waiting.getHeaders()).containsEntry("tenant", "blue");
	}

	@Test
	void parkedMessageTellsWhyAndBeginsAnewWhenItIsMovedBack() {
		AMQP.BasicProperties parked = RetriedMessage.of(message(Map.of(RetriedMessage.RETRIES, 3)))
			.toPark(new IllegalStateException("listener failed", new IllegalArgumentException("no stock")));
		assertThat(parked.getHeaders()).doesNotContainKey(RetriedMessage.RETRIES)
			.containsEntry(RetriedMessage.ATTEMPTS, 4)
			.containsEntry("x-exception-message", "java.lang.IllegalArgumentException: no stock")
			.hasEntrySatisfying("x-exception-stacktrace",
					(trace) -> assertThat(trace.toString()).contains("RetriedMessageTests"));
	}

	@Test
	void longTextFitsIntoAFrame() {
		AMQP.BasicProperties parked = RetriedMessage.of(message(Map.of()))
			.toPark(new IllegalStateException("x".repeat(200_000)));
		assertThat(String.valueOf(parked.getHeaders().get("x-exception-message"))).hasSizeLessThan(10_000);
		assertThat(String.valueOf(parked.getHeaders().get("x-exception-stacktrace"))).hasSizeLessThan(10_000);
	}

	private static Message message(Map<String, Object> headers) {
		MessageProperties properties = new MessageProperties();
		properties.setReceivedExchange("events");
		properties.setReceivedRoutingKey("order.created");
		headers.forEach(properties::setHeader);
		return new Message("body".getBytes(StandardCharsets.UTF_8), properties);
	}

}
