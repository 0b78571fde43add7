package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.RandomValuePropertySource;

/**
 * The value is made up anew at each start: no two replicas agree on it, and what was
 * signed or encrypted before the last start is lost. Where people develop, that is in
 * order.
 */
final class GeneratedRule implements SecretRule {

	@Override
	public String name() {
		return "generated-secret";
	}

	@Override
	public boolean isForProductionOnly() {
		return true;
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || bound.sources().stream().noneMatch(GeneratedRule::isRandom)) {
			return null;
		}
		String fallback = bound.unset().isEmpty() ? ""
				: Text.names(bound.unset()) + " " + Text.isOrAre(bound.unset()) + " not set, and ";
		return finding(secret, bound.setting().origin(),
				fallback + "its value is made up at each start ('${random.…}'): no two replicas agree on it"
						+ Text.unread(secret),
				Remedy.giveValue(secret));
	}

	private static boolean isRandom(Setting source) {
		return RandomValuePropertySource.RANDOM_PROPERTY_SOURCE_NAME.equals(source.source());
	}

}
