package dev.groundwork.sample.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a document. The type is the routing key, the version that of
 * the document, by which a consumer tells an old event from a new one.
 */
record DocumentEvent(UUID eventId, String type, UUID documentId, long version, String title, String body, String author,
		Instant occurredAt) {

	static DocumentEvent created(Document document) {
		return of("document.created", document);
	}

	static DocumentEvent updated(Document document) {
		return of("document.updated", document);
	}

	private static DocumentEvent of(String type, Document document) {
		return new DocumentEvent(UUID.randomUUID(), type, document.id(), document.version(), document.title(),
				document.body(), document.author(), Instant.now());
	}

}
