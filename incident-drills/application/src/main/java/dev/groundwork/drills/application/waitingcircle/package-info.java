/**
 * A backend whose beans wait for each other while they are created.
 */
@NullMarked
package dev.groundwork.drills.application.waitingcircle;

import org.jspecify.annotations.NullMarked;
