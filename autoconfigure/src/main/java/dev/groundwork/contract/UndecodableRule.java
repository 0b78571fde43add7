package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * The value is not written in the encoding that is declared.
 */
final class UndecodableRule implements SecretRule {

	@Override
	public String name() {
		return "undecodable-secret";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		Decoding decoding = secret.decoding();
		if (bound == null || decoding == null || decoding.problem() == null) {
			return null;
		}
		return finding(secret, Text.origin(bound), decoding.problem(), Remedy.encode(secret));
	}

}
