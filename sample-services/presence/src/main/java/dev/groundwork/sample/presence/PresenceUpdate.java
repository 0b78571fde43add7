package dev.groundwork.sample.presence;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What clients are told: who did what to which document, and when.
 */
record PresenceUpdate(String type, String documentId, @JsonInclude(Include.NON_NULL) @Nullable String title,
		String editor, Instant at) {

	static PresenceUpdate of(DocumentEvent event) {
		return new PresenceUpdate(event.type(), event.documentId(), event.title(), event.author(), event.occurredAt());
	}

	static PresenceUpdate of(EditingMessage message) {
		return new PresenceUpdate("document.editing", message.editing(), null, message.user(), Instant.now());
	}

}
