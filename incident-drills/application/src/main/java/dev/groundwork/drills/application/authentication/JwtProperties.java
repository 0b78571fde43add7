package dev.groundwork.drills.application.authentication;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for tokens.
 *
 * @param secret what they are signed with
 */
@ConfigurationProperties("app.jwt")
record JwtProperties(String secret) {

}
