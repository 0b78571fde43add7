package dev.groundwork.sample.presence;

import java.time.Instant;

import org.springframework.util.Assert;

/**
 * A notification as it comes. The id is that of the event, by which a client knows what
 * it has been told before.
 */
record Notification(String id, String type, String documentId, long documentVersion, String title, String author,
		Instant at) {

	Notification {
		Assert.hasText(id, "'id' must not be empty");
		Assert.hasText(type, "'type' must not be empty");
		Assert.hasText(documentId, "'documentId' must not be empty");
		Assert.notNull(at, "'at' must not be null");
	}

}
