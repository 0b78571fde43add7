package dev.groundwork.sample.auth;

import java.time.Duration;

import dev.groundwork.contract.SecretProperty;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a token says, and what it is signed with.
 *
 * @param secret Secret that signs tokens; the gateway has the same.
 * @param issuer Who issues the tokens.
 * @param audience Whom they are for.
 * @param validity How long they are valid.
 */
@ConfigurationProperties("app.jwt")
record JwtProperties(@SecretProperty(environment = "JWT_SECRET", minBytes = 32) String secret, String issuer,
		String audience, Duration validity) {

	@Override
	public String toString() {
		return "JwtProperties[issuer=%s, audience=%s, validity=%s]".formatted(this.issuer, this.audience,
				this.validity);
	}

}
