/**
 * Events of the other services.
 */
@NullMarked
package dev.groundwork.drills.application.gateway.events;

import org.jspecify.annotations.NullMarked;
