/**
 * Small applications that do not get ready, started in a JVM of their own.
 */
@NullMarked
package dev.groundwork.autoconfigure.stuck;

import org.jspecify.annotations.NullMarked;
