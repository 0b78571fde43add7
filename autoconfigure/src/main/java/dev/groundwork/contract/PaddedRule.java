package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * White space is left at an end of the value: most of the time the line break that an
 * editor or {@code echo} put at the end of a file. A PEM text may end in one.
 */
final class PaddedRule implements SecretRule {

	@Override
	public String name() {
		return "padded-secret";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || secret.requirement().encoding() == Encoding.PEM || !isPadded(bound.value())) {
			return null;
		}
		return finding(secret, Text.origin(bound), reason(bound.value()), Remedy.trim());
	}

	static boolean isPadded(String value) {
		return !value.strip().equals(value);
	}

	private static String reason(String value) {
		if (value.endsWith("\n") || value.endsWith("\r")) {
			return "ends in a line break, which would be part of the secret";
		}
		boolean begins = !value.stripLeading().equals(value);
		return (begins ? "begins" : "ends") + " with white space, which would be part of the secret";
	}

}
