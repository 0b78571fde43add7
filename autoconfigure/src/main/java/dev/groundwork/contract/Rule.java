package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * One way in which a secret can break the contract.
 */
interface Rule {

	/**
	 * Return the stable name of the rule.
	 * @return the name in kebab-case
	 */
	String name();

	/**
	 * Check one secret.
	 * @param secret the secret and what is set for it
	 * @return what is wrong or {@code null} if the secret keeps the rule
	 */
	@Nullable Finding check(Secret secret);

	default Finding error(Secret secret, @Nullable Origin origin, String reason, String remedy) {
		return new Finding(name(), Severity.ERROR, secret.property(), origin, reason, remedy);
	}

	default Finding warning(Secret secret, @Nullable Origin origin, String reason, String remedy) {
		return new Finding(name(), Severity.WARNING, secret.property(), origin, reason, remedy);
	}

}
