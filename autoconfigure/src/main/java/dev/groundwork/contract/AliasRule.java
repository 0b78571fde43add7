package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * The value is read from an alias instead of the canonical name.
 */
final class AliasRule implements Rule {

	@Override
	public String name() {
		return "alias-used";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Setting alias = secret.aliasRead();
		if (alias == null) {
			return null;
		}
		String environment = secret.requirement().environment();
		String canonical = (environment != null) ? environment : secret.property();
		return warning(secret, alias.origin(), "is read from its alias '" + alias.name() + "'",
				"Rename '" + alias.name() + "' to '" + canonical + "' where it is set.");
	}

}
