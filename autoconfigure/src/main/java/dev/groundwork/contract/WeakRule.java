package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who tries the simplest patterns first would find the value.
 */
final class WeakRule implements SecretRule {

	@Override
	public String name() {
		return "weak-secret";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || secret.requirement().encoding() == Encoding.PEM) {
			return null;
		}
		boolean weak = secret.readings().stream().anyMatch((reading) -> Strength.of(reading).isWeak());
		return weak ? finding(secret, Text.origin(bound),
				"is mostly a pattern: repeated or consecutive characters, a repeated word, or keys in a row",
				Remedy.giveValue(secret)) : null;
	}

}
