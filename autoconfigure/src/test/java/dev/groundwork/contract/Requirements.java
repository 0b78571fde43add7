package dev.groundwork.contract;

import java.util.List;

/**
 * The requirements that tests share.
 */
final class Requirements {

	/**
	 * A value that keeps every rule.
	 */
	static final String GOOD = "q8N2vX0cB7mK4tR1yW6zL9pS3dF5gH8j";

	private Requirements() {
	}

	static SecretRequirement property(String property) {
		return new SecretRequirement(property, null, List.of(), 0, null);
	}

	static SecretRequirement jwtSecret(String... aliases) {
		return new SecretRequirement("app.jwt.secret", "JWT_SECRET", List.of(aliases), 32, null);
	}

}
