package dev.groundwork.sample.presence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Configuration properties of this service.
 *
 * @param websocketPort port of the WebSocket server. Use '0' for any free port
 */
@Validated
@ConfigurationProperties("app.presence")
record PresenceProperties(@Min(0) @Max(65_535) int websocketPort) {

}
