package dev.groundwork.contract;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The UTF-8 form of the value has too few bytes.
 */
final class TooShortRule implements SecretRule {

	@Override
	public String name() {
		return "short-secret";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		int minBytes = secret.requirement().minBytes();
		if (bound == null) {
			return null;
		}
		int bytes = bound.value().getBytes(StandardCharsets.UTF_8).length;
		return (bytes >= minBytes) ? null
				: finding(secret, Text.origin(bound),
						"has " + bytes + ((bytes != 1) ? " bytes" : " byte") + ", needs at least " + minBytes,
						Remedy.giveValue(secret));
	}

}
