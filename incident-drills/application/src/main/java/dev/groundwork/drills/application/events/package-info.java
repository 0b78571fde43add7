/**
 * A service that handles events of a broker.
 */
@NullMarked
package dev.groundwork.drills.application.events;

import org.jspecify.annotations.NullMarked;
