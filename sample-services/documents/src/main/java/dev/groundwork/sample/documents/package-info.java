/**
 * Keeps documents, and tells the other services what happened to them.
 */
@NullMarked
package dev.groundwork.sample.documents;

import org.jspecify.annotations.NullMarked;
