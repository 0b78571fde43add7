package dev.groundwork.sample.documents;

import java.util.UUID;

/**
 * An event as it waits in the outbox.
 */
record PendingEvent(UUID id, String type, String payload) {

}
