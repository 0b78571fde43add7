package dev.groundwork.contract;

import java.util.List;

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
		List<String> sources = bound.sources().stream().map(Setting::name).distinct().toList();
		String reason = (bound.setting().isLiteral() || sources.isEmpty()) ? "is set, but blank"
				: "is blank: it is read from " + Text.names(sources) + ", which " + Text.isOrAre(sources) + " empty";
		return finding(secret, Text.origin(bound), reason + Text.unread(secret), Remedy.giveValue(secret));
	}

}
