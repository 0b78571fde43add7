/**
 * A service that stores documents and publishes an event for each.
 */
@NullMarked
package dev.groundwork.drills.application.documents;

import org.jspecify.annotations.NullMarked;
