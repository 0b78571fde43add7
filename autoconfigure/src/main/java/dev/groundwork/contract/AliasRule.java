package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * The value is read from an alias instead of the canonical name.
 */
final class AliasRule implements SecretRule {

	@Override
	public String name() {
		return "alias-used";
	}

	@Override
	public Severity defaultSeverity() {
		return Severity.WARNING;
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Setting alias = secret.aliasRead();
		if (alias == null) {
			return null;
		}
		String environment = secret.requirement().environment();
		String canonical = (environment != null) ? environment : secret.property();
		return finding(secret, alias.origin(), "is read from its alias '" + alias.name() + "'",
				"Rename '" + alias.name() + "' to '" + canonical + "' where it is set.");
	}

}
