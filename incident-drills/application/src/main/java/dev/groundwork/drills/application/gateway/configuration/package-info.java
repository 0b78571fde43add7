/**
 * What the gateway is configured with.
 */
@NullMarked
package dev.groundwork.drills.application.gateway.configuration;

import org.jspecify.annotations.NullMarked;
