package dev.groundwork.sample.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * A document in a list.
 */
record DocumentSummary(UUID id, long version, String title, String author, Instant updatedAt) {

}
