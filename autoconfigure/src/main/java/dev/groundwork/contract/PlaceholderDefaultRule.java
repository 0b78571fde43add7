package dev.groundwork.contract;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The variable that the value is read from is not set, and the application would silently
 * go on with the default of a placeholder. Where people develop, such a default is in
 * order, and is checked as every other value is.
 */
final class PlaceholderDefaultRule implements SecretRule {

	@Override
	public String name() {
		return "placeholder-default";
	}

	@Override
	public boolean isForProductionOnly() {
		return true;
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || !secret.isDefaulted(bound)) {
			return null;
		}
		List<String> sources = bound.sources().stream().map(Setting::name).distinct().toList();
		String fallback = sources.isEmpty() ? "the default written in its placeholder"
				: Text.names(sources) + ", which the contract does not list";
		String reason = Text.names(bound.unset()) + " " + Text.isOrAre(bound.unset())
				+ " not set: the application would silently fall back to " + fallback;
		return finding(secret, bound.setting().origin(), reason + Text.unread(secret), Remedy.giveValue(secret));
	}

}
