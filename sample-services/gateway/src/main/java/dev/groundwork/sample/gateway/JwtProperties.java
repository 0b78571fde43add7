package dev.groundwork.sample.gateway;

import dev.groundwork.contract.SecretProperty;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a token must say, and what it must be signed with.
 *
 * @param secret Secret that tokens are signed with; 'auth' has the same.
 * @param issuer Who issues the tokens.
 * @param audience Whom they are for.
 */
@ConfigurationProperties("app.jwt")
record JwtProperties(@SecretProperty(environment = "JWT_SECRET", minBytes = 32) String secret, String issuer,
		String audience) {

	@Override
	public String toString() {
		return "JwtProperties[issuer=%s, audience=%s]".formatted(this.issuer, this.audience);
	}

}
