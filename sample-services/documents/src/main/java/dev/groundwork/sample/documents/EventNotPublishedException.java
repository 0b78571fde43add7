package dev.groundwork.sample.documents;

/**
 * Thrown when the broker did not confirm an event.
 */
class EventNotPublishedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	EventNotPublishedException(DocumentEvent event, Throwable cause) {
		super("Event '%s' of document '%s' was not confirmed by the broker".formatted(event.type(), event.documentId()),
				cause);
	}

}
