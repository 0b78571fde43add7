package dev.groundwork.sample.notifications;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.support.converter.MessageConversionException;
import org.springframework.amqp.support.converter.MessageConverter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DocumentEvent} and the form in which it comes.
 */
class DocumentEventTests {

	private static final String ID = "5f0c1c1e-6d4b-4c37-8c1a-4c8d3b1f2a90";

	private static final String EVENT = """
			{ "eventId": "%1$s", "type": "document.created", "schemaVersion": 1, "documentId": "%1$s", "version": 3,
			  "title": "Plan", "body": "A draft", "author": "ann", "occurredAt": "2026-11-22T10:15:30Z" }"""
		.formatted(ID);

	private final MessageConverter converter = new MessagingConfiguration()
		.messageConverter(JsonMapper.builder().build());

	@Test
	void eventOfTheDocumentsServiceIsRead() {
		UUID id = UUID.fromString(ID);
		assertThat(read(EVENT)).isEqualTo(new DocumentEvent(id, "document.created", 1, id, 3, "Plan", "ann",
				Instant.parse("2026-11-22T10:15:30Z")));
	}

	@Test
	void eventOfASchemaThatIsNotKnownYetIsRefused() {
		assertThatExceptionOfType(MessageConversionException.class)
			.isThrownBy(() -> read(EVENT.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2")))
			.withStackTraceContaining("'schemaVersion' must be 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "not json", "[]", "{ \"schemaVersion\": 1 }" })
	void eventThatLacksWhatIsNeededIsRefused(String json) {
		assertThatExceptionOfType(MessageConversionException.class).isThrownBy(() -> read(json));
	}

	private Object read(String json) {
		MessageProperties properties = new MessageProperties();
		properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
		properties.setInferredArgumentType(DocumentEvent.class);
		return this.converter.fromMessage(new Message(json.getBytes(StandardCharsets.UTF_8), properties));
	}

}
