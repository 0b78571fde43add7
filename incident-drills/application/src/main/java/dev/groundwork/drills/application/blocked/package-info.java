/**
 * A backend whose start waits for an answer without a time-out.
 */
@NullMarked
package dev.groundwork.drills.application.blocked;

import org.jspecify.annotations.NullMarked;
