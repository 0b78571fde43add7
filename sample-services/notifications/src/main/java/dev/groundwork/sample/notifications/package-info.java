/**
 * Remembers what happened to documents, and tells it.
 */
@NullMarked
package dev.groundwork.sample.notifications;

import org.jspecify.annotations.NullMarked;
