package dev.groundwork.sample.documents;

import java.util.UUID;

/**
 * A document as it is kept. Its version counts up from 1 with every edit.
 */
record Document(UUID id, long version, String title, String body, String author) {

	static Document first(DocumentText text) {
		return new Document(UUID.randomUUID(), 1, text.title(), text.body(), text.author());
	}

	Document next(DocumentText text) {
		return new Document(this.id, this.version + 1, text.title(), text.body(), text.author());
	}

}
