package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * {@link Rule} about one secret at a time.
 */
non-sealed interface SecretRule extends Rule {

	/**
	 * Check one secret.
	 * @param secret the secret and what is set for it
	 * @return what is wrong or {@code null} if the secret keeps the rule
	 */
	@Nullable Finding check(Secret secret);

	default Finding finding(Secret secret, @Nullable Origin origin, String reason, String remedy) {
		return new Finding(name(), defaultSeverity(), secret.property(), origin, reason, remedy);
	}

}
