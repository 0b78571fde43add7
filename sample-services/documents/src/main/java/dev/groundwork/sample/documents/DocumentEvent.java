package dev.groundwork.sample.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a document. The type is the routing key. A consumer knows by
 * the id of the event what it has seen before, by the version of the document what is
 * older than what it has, and by the version of the schema what it does not understand.
 */
record DocumentEvent(UUID eventId, String type, int schemaVersion, UUID documentId, long version, String title,
		String body, String author, Instant occurredAt) {

	private static final int SCHEMA_VERSION = 1;

	static DocumentEvent created(Document document) {
		return of("document.created", document);
	}

	static DocumentEvent updated(Document document) {
		return of("document.updated", document);
	}

	private static DocumentEvent of(String type, Document document) {
		return new DocumentEvent(UUID.randomUUID(), type, SCHEMA_VERSION, document.id(), document.version(),
				document.title(), document.body(), document.author(), document.updatedAt());
	}

}
