/**
 * A service that puts what happens to documents into an index.
 */
@NullMarked
package dev.groundwork.drills.application.indexer;

import org.jspecify.annotations.NullMarked;
