package dev.groundwork.contract;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Two names of the secret have different values: nobody knows which one is meant.
 */
final class ConflictingNamesRule implements SecretRule {

	@Override
	public String name() {
		return "conflicting-names";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		List<Resolution> candidates = secret.candidates();
		if (candidates.stream().map(Resolution::value).distinct().count() < 2) {
			return null;
		}
		return finding(secret, candidates.get(0).setting().origin(),
				Text.settings(candidates) + " have different values", Remedy.keepOne(secret));
	}

}
