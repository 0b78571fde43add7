package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * The value, decoded as it is declared, has too few bytes.
 */
final class TooShortRule implements SecretRule {

	@Override
	public String name() {
		return "short-secret";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		Decoding decoding = secret.decoding();
		int minBytes = secret.requirement().minBytes();
		if (bound == null || decoding == null || decoding.problem() != null) {
			return null;
		}
		int bytes = decoding.bytes().length;
		String decoded = (secret.requirement().encoding() != Encoding.PLAIN) ? " when it is decoded" : "";
		return (bytes >= minBytes) ? null
				: finding(secret, Text.origin(bound),
						"has " + bytes + ((bytes != 1) ? " bytes" : " byte") + decoded + ", needs at least " + minBytes,
						Remedy.giveValue(secret));
	}

}
