package dev.groundwork.sample.auth;

import java.time.Instant;

/**
 * A token, whose it is, and when it ends.
 */
record IssuedToken(String name, String token, Instant expiresAt) {

	@Override
	public String toString() {
		return "IssuedToken[name=%s, expiresAt=%s]".formatted(this.name, this.expiresAt);
	}

}
