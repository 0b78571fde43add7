package dev.groundwork.sample.notifications;

import java.time.Instant;
import java.util.UUID;

import org.springframework.util.Assert;

/**
 * What this service needs to know of an event. One without these, or of a schema that is
 * not known yet, is refused when it is read.
 */
record DocumentEvent(UUID eventId, String type, int schemaVersion, UUID documentId, long version, String title,
		String author, Instant occurredAt) {

	private static final int KNOWN_SCHEMA = 1;

	DocumentEvent {
		Assert.notNull(eventId, "'eventId' must not be null");
		Assert.hasText(type, "'type' must not be empty");
		Assert.isTrue(schemaVersion == KNOWN_SCHEMA, () -> "'schemaVersion' must be %d".formatted(KNOWN_SCHEMA));
		Assert.notNull(documentId, "'documentId' must not be null");
		Assert.isTrue(version > 0, "'version' must be positive");
		Assert.hasText(title, "'title' must not be empty");
		Assert.hasText(author, "'author' must not be empty");
		Assert.notNull(occurredAt, "'occurredAt' must not be null");
	}

}
