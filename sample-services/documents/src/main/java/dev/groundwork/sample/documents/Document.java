package dev.groundwork.sample.documents;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A document as it is kept. Its version counts up from 1 with every edit.
 */
record Document(UUID id, long version, String title, String body, String author, Instant updatedAt) {

	static Document first(DocumentText text) {
		return new Document(UUID.randomUUID(), 1, text.title(), text.body(), text.author(), now());
	}

	static Document next(UUID id, DocumentEdit edit) {
		return new Document(id, edit.version() + 1, edit.title(), edit.body(), edit.author(), now());
	}

	// as exactly as the database keeps it
	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

}
