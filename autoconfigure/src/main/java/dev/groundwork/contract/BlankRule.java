package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * The value is empty or white space only.
 */
final class BlankRule implements SecretRule {

	@Override
	public String name() {
		return "blank-secret";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || !bound.isBlank()) {
			return null;
		}
		return finding(secret, Text.origin(bound), Text.blank(bound) + Text.unread(secret), Remedy.giveValue(secret));
	}

}
