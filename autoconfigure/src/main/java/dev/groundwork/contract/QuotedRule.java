package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

/**
 * Quotes that were meant for a shell or a file format are left around the value.
 */
final class QuotedRule implements SecretRule {

	private static final String QUOTES = "\"'`";

	@Override
	public String name() {
		return "quoted-secret";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || !isQuoted(bound.value().strip())) {
			return null;
		}
		String more = PaddedRule.isPadded(bound.value()) ? " and white space" : "";
		return finding(secret, Text.origin(bound),
				"has quotes" + more + " around it, which would be part of the secret",
				"Remove the quotes" + more + ". Neither a .properties file, nor the file given to "
						+ "'docker run --env-file', nor a mounted file needs any.");
	}

	private static boolean isQuoted(String value) {
		int last = value.length() - 1;
		return last > 0 && QUOTES.indexOf(value.charAt(0)) >= 0 && value.charAt(0) == value.charAt(last);
	}

}
