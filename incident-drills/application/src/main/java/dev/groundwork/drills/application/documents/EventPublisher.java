package dev.groundwork.drills.application.documents;

/**
 * Tells that a document was stored.
 */
interface EventPublisher {

	void publish(String document);

}
