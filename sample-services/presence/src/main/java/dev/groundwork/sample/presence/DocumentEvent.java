package dev.groundwork.sample.presence;

import java.time.Instant;

import org.springframework.util.Assert;

/**
 * What this service needs to know of an event. One without these is refused when it is
 * read.
 */
record DocumentEvent(String type, String documentId, String title, String author, Instant occurredAt) {

	DocumentEvent {
		Assert.hasText(type, "'type' must not be empty");
		Assert.hasText(documentId, "'documentId' must not be empty");
		Assert.notNull(occurredAt, "'occurredAt' must not be null");
	}

}
