package dev.groundwork.sample.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

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

	private final MessageConverter converter = new MessagingConfiguration()
		.messageConverter(JsonMapper.builder().build());

	@Test
	void eventOfTheDocumentsServiceIsRead() {
		assertThat(read("""
				{ "eventId": "e1", "type": "document.created", "documentId": "d1", "version": 3, "title": "Plan",
				  "body": "A draft", "author": "ann", "occurredAt": "2026-11-22T10:15:30Z" }"""))
			.isEqualTo(new DocumentEvent("d1", 3, "Plan", "A draft", "ann", Instant.parse("2026-11-22T10:15:30Z")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "not json", "[]", "{ \"documentId\": \"d1\", \"version\": 0 }",
			"{ \"documentId\": \" \", \"version\": 1, \"occurredAt\": \"2026-11-22T10:15:30Z\" }",
			"{ \"documentId\": \"d1\", \"version\": 1 }" })
	void eventThatLacksWhatIsNeededIsRefusedForGood(String json) {
		assertThatExceptionOfType(MessageConversionException.class).isThrownBy(() -> read(json));
	}

	private Object read(String json) {
		MessageProperties properties = new MessageProperties();
		properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
		properties.setInferredArgumentType(DocumentEvent.class);
		return this.converter.fromMessage(new Message(json.getBytes(StandardCharsets.UTF_8), properties));
	}

}
