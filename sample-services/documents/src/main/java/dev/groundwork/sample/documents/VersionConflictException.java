package dev.groundwork.sample.documents;

import java.util.UUID;

/**
 * Thrown when somebody else was faster to edit a document.
 */
class VersionConflictException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	VersionConflictException(UUID id, long version) {
		super("Document '%s' is no longer at version %d".formatted(id, version));
	}

}
