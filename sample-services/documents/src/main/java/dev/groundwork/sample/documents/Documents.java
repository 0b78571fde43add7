package dev.groundwork.sample.documents;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Service;

/**
 * The documents, in memory. A change is published before it is kept, so that a change of
 * which the others cannot be told does not happen.
 */
@Service
class Documents {

	private final Map<UUID, Document> byId = new ConcurrentHashMap<>();

	private final DocumentEvents events;

	Documents(DocumentEvents events) {
		this.events = events;
	}

	Document create(DocumentText text) {
		Document created = Document.first(text);
		this.events.publish(DocumentEvent.created(created));
		this.byId.put(created.id(), created);
		return created;
	}

	Optional<Document> update(UUID id, DocumentText text) {
		// one edit of a document at a time: its versions leave in their order
		return Optional.ofNullable(this.byId.computeIfPresent(id, (key, current) -> {
			Document updated = current.next(text);
			this.events.publish(DocumentEvent.updated(updated));
			return updated;
		}));
	}

	Optional<Document> find(UUID id) {
		return Optional.ofNullable(this.byId.get(id));
	}

}
