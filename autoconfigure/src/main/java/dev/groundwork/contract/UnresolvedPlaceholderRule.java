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
		String reason = bound.unset().isEmpty() ? "a placeholder in its value cannot be resolved"
				: "refers to " + Text.names(bound.unset()) + ", which " + Text.isOrAre(bound.unset()) + " not set";
		return finding(secret, bound.setting().origin(),
				reason + ": the application would read the text '${…}' itself" + Text.unread(secret),
				Remedy.giveValue(secret));
	}

}
