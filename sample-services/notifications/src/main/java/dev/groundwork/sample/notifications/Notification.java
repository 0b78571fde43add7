package dev.groundwork.sample.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * What happened to a document: kept, answered over HTTP, and told to connected clients.
 * The id is that of the event.
 */
record Notification(UUID id, String type, UUID documentId, long documentVersion, String title, String author,
		Instant at) {

	static Notification of(DocumentEvent event) {
		return new Notification(event.eventId(), event.type(), event.documentId(), event.version(), event.title(),
				event.author(), event.occurredAt());
	}

}
