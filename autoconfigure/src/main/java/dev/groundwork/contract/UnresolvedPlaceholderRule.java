package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * A placeholder is left in the value: Spring Boot would bind its text as the secret.
 */
final class UnresolvedPlaceholderRule implements SecretRule {

	@Override
	public String name() {
		return "unresolved-placeholder";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || bound.complete()) {
			return null;
		}
		return finding(secret, bound.setting().origin(), Text.unresolved(bound) + Text.unread(secret),
				Remedy.giveValue(secret));
	}

}
