package dev.groundwork.elasticsearch;

import java.util.regex.Pattern;

/**
 * The beginning of a text that is not for people to read.
 */
final class Excerpt {

	private static final int LONGEST = 200;

	private static final Pattern INVISIBLE = Pattern.compile("(?is)<(script|style)\\b.*?</\\1>|<[^>]*>");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private Excerpt() {
	}

	static String of(String text) {
		String visible = SPACE.matcher(INVISIBLE.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
		return (visible.length() <= LONGEST) ? visible : visible.substring(0, LONGEST) + "…";
	}

}
