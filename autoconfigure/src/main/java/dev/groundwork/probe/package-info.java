/**
 * Answers probes from before the application context exists until the JVM ends.
 */
@NullMarked
package dev.groundwork.probe;

import org.jspecify.annotations.NullMarked;
