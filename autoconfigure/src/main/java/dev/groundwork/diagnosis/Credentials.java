package dev.groundwork.diagnosis;

import java.util.regex.Pattern;

/**
 * Credentials in the text of a failure, which nobody may read.
 */
final class Credentials {

	private static final Pattern USER_INFO = Pattern.compile("(?<scheme>\\w://)(?<user>[^/\\s:@]*):[^/\\s@]*@");

	private static final Pattern AUTHORIZATION = Pattern.compile("(?i)\\b(Basic|Bearer|ApiKey) [A-Za-z0-9+/=._-]{8,}");

	private Credentials() {
	}

	static String hide(String text) {
		String hidden = USER_INFO.matcher(text).replaceAll("${scheme}${user}:***@");
		return AUTHORIZATION.matcher(hidden).replaceAll("$1 ***");
	}

}
