/**
 * Clients of the other services.
 */
@NullMarked
package dev.groundwork.drills.application.gateway.clients;

import org.jspecify.annotations.NullMarked;
