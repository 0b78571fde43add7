package dev.groundwork.contract;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Two names of the secret have the same value, until somebody changes one of them.
 */
final class DuplicateNamesRule implements SecretRule {

	@Override
	public String name() {
		return "duplicate-names";
	}

	@Override
	public Severity defaultSeverity() {
		return Severity.WARNING;
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		List<Resolution> candidates = secret.candidates();
		if (candidates.size() < 2) {
			return null;
		}
		return finding(secret, candidates.get(1).setting().origin(),
				Text.settings(candidates) + " have the same value: one of them is enough", Remedy.keepOne(secret));
	}

}
