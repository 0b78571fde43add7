package dev.groundwork.drills.application.gateway.configuration;

/**
 * Features that are switched on.
 *
 * @param presenceInRealtime whether what is told to browsers asks the presence service
 * @since 0.1.0
 */
public record Features(boolean presenceInRealtime) {

}
