/**
 * A backend whose endpoints wait for what never comes.
 */
@NullMarked
package dev.groundwork.drills.application.hanging;

import org.jspecify.annotations.NullMarked;
