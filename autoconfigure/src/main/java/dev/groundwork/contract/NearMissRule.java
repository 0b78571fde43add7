package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * The secret has no value of its own, and a name that is set and that nothing reads is
 * close to one of its names.
 */
final class NearMissRule implements SecretRule {

	@Override
	public String name() {
		return "near-miss-name";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		if (secret.hasValue() || !secret.unread().isEmpty()) {
			return null;
		}
		NearMiss nearMiss = secret.nearMisses().get();
		if (nearMiss == null) {
			return null;
		}
		Setting setting = nearMiss.setting();
		String reason = "'" + setting.name() + "' is set and nothing reads it: did you mean '" + nearMiss.meant() + "'"
				+ whereRead(secret) + "?";
		return finding(secret, setting.origin(), reason, Remedy.rename(secret, nearMiss));
	}

	private static String whereRead(Secret secret) {
		return (secret.bound() != null) ? ", which is read at " + secret.bound().setting().place() : "";
	}

}
