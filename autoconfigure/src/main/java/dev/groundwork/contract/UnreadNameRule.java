package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * The environment variable or an alias is set, but the application reads nothing, because
 * no property refers to it.
 */
final class UnreadNameRule implements SecretRule {

	@Override
	public String name() {
		return "unread-name";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		if (secret.bound() != null || secret.unread().isEmpty()) {
			return null;
		}
		Setting set = secret.unread().get(0).setting();
		String reason = "'" + set.name() + "' is set, but no property refers to it, so '" + secret.property()
				+ "' has no value";
		return finding(secret, set.origin(), reason, Remedy.read(secret, set));
	}

}
