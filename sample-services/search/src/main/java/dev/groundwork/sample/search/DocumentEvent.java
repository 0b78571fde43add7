package dev.groundwork.sample.search;

import java.time.Instant;

import org.springframework.util.Assert;

/**
 * What this service needs to know of an event. One without these is refused when it is
 * read.
 */
record DocumentEvent(String documentId, long version, String title, String body, String author, Instant occurredAt) {

	DocumentEvent {
		Assert.hasText(documentId, "'documentId' must not be empty");
		Assert.isTrue(version > 0, "'version' must be positive");
		Assert.notNull(occurredAt, "'occurredAt' must not be null");
	}

}
