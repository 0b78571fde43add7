package dev.groundwork.sample.documents;

import dev.groundwork.contract.SecretProperty;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the services share to trust each other.
 *
 * @param secret Secret that signs events.
 */
@ConfigurationProperties("app.jwt")
record JwtProperties(
		@SecretProperty(environment = "JWT_SECRET", aliases = "JWT_SECRET_KEY", minBytes = 32) String secret) {

	@Override
	public String toString() {
		return "JwtProperties[]";
	}

}
