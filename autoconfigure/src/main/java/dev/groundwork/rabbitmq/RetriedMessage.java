package dev.groundwork.rabbitmq;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.rabbitmq.client.AMQP;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.retry.RepublishMessageRecoverer;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * A message that has failed and how often it has been tried again, of which it keeps
 * count in a header: the count of the broker does not survive being published again.
 *
 * @param message the message as it was received
 * @param retries how often it has been tried again
 */
record RetriedMessage(Message message, int retries) {

	static final String RETRIES = "x-groundwork-retries";

	static final String ATTEMPTS = "x-groundwork-attempts";

	/**
	 * The broker sends a message on to what this header names.
	 */
	private static final String CARBON_COPY = "CC";

	private static final DefaultMessagePropertiesConverter CONVERTER = new DefaultMessagePropertiesConverter();

	private static final int MAX_TEXT = 8_000;

	static RetriedMessage of(Message message) {
		Object retries = message.getMessageProperties().getHeader(RETRIES);
		return new RetriedMessage(message, (retries instanceof Number number) ? Math.max(number.intValue(), 0) : 0);
	}

	/**
	 * Return the message for the next queue in which it waits.
	 * @return the properties to publish it with
	 */
	AMQP.BasicProperties toWait() {
		Map<String, Object> headers = headers();
		headers.put(RETRIES, this.retries + 1);
		return toPublish(headers);
	}

	/**
	 * Return the message for the queue in which it ends. It does not keep the count, so
	 * that one which is moved back from there begins anew.
	 * @param cause why it failed the last time
	 * @return the properties to publish it with
	 */
	AMQP.BasicProperties toPark(Throwable cause) {
		Map<String, Object> headers = headers();
		headers.remove(RETRIES);
		headers.put(ATTEMPTS, this.retries + 1);
		headers.put(RepublishMessageRecoverer.X_EXCEPTION_MESSAGE, shorten(messageOf(cause)));
		headers.put(RepublishMessageRecoverer.X_EXCEPTION_STACKTRACE, shorten(stackTrace(cause)));
		return toPublish(headers);
	}

	private Map<String, Object> headers() {
		MessageProperties received = this.message.getMessageProperties();
		Map<String, Object> headers = new LinkedHashMap<>(received.getHeaders());
		headers.remove(CARBON_COPY);
		if (!headers.containsKey(RepublishMessageRecoverer.X_ORIGINAL_ROUTING_KEY)) {
			headers.put(RepublishMessageRecoverer.X_ORIGINAL_EXCHANGE, String.valueOf(received.getReceivedExchange()));
			headers.put(RepublishMessageRecoverer.X_ORIGINAL_ROUTING_KEY,
					String.valueOf(received.getReceivedRoutingKey()));
		}
		return headers;
	}

	/**
	 * Return the properties as they were received, except that the message waits as long
	 * as the queue says and is not to get lost meanwhile.
	 * @param headers the headers
	 * @return the properties
	 */
	private AMQP.BasicProperties toPublish(Map<String, Object> headers) {
		return CONVERTER.fromMessageProperties(this.message.getMessageProperties(), StandardCharsets.UTF_8.name())
			.builder()
			.headers(headers)
			.deliveryMode(MessageDeliveryMode.toInt(MessageDeliveryMode.PERSISTENT))
			.expiration(null)
			.build();
	}

	private static String messageOf(Throwable failure) {
		Throwable cause = failure.getCause();
		return String.valueOf((cause != null) ? cause : failure);
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private static String shorten(String text) {
		return (text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) + "…" : text;
	}

}
