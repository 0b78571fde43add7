/**
 * Compares what must exist with what exists and says what to do. Pure.
 */
@NullMarked
package dev.groundwork.plan;

import org.jspecify.annotations.NullMarked;
