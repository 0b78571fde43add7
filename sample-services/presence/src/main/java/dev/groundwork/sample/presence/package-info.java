/**
 * Tells connected clients who edits what.
 */
@NullMarked
package dev.groundwork.sample.presence;

import org.jspecify.annotations.NullMarked;
