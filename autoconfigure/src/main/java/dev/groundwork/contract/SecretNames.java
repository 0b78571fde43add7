package dev.groundwork.contract;

import java.util.regex.Pattern;

/**
 * Tells by its name whether something is a secret. In doubt it is one: then a default is
 * not shown that could have been.
 */
final class SecretNames {

	private static final Pattern WORD = Pattern.compile(
			"jwt|pass|pwd|(?:.*(?:passphrase|passwd|password|secrets?|token|credentials?))|.+key",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern OTHER_KEY = Pattern.compile("(?:group|partition|primary|routing|sort)(?:key)?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

	private static final Pattern CREDENTIALS = Pattern
		.compile("://[^/\\s]*@|(?:password|passwd|pwd|secret|token|key)\\s*=", Pattern.CASE_INSENSITIVE);

	private SecretNames() {
	}

	static boolean include(String name) {
		String[] words = SEPARATORS.split(name);
		for (int i = 0; i < words.length; i++) {
			String before = (i > 0) ? words[i - 1] : "";
			boolean key = i > 0 && words[i].equalsIgnoreCase("key") && !OTHER_KEY.matcher(before).matches();
			if (key || (WORD.matcher(words[i]).matches() && !OTHER_KEY.matcher(words[i]).matches())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a value that is no secret by its name has credentials in it.
	 * @param value the value
	 * @return whether it must not be shown
	 */
	static boolean areIn(String value) {
		return CREDENTIALS.matcher(value).find();
	}

}
