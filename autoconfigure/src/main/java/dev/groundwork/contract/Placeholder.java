package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.SystemPropertyUtils;

/**
 * A placeholder as it is written: {@code ${name}} or {@code ${name:fallback}}.
 *
 * @param name what is looked for; may itself be computed by placeholders
 * @param fallback what stands for it where it is not set, or {@code null} if nothing does
 */
record Placeholder(String name, @Nullable String fallback) {

	private static final String PREFIX = SystemPropertyUtils.PLACEHOLDER_PREFIX;

	/**
	 * Find the outermost placeholders of a text.
	 * @param text the text
	 * @return the placeholders in the order in which they are written
	 */
	static List<Placeholder> in(String text) {
		List<Placeholder> placeholders = new ArrayList<>();
		int start = text.indexOf(PREFIX);
		while (start >= 0) {
			boolean escaped = start > 0 && text.charAt(start - 1) == SystemPropertyUtils.ESCAPE_CHARACTER;
			int end = escaped ? -1 : end(text, start + PREFIX.length());
			if (end >= 0) {
				placeholders.add(of(text.substring(start + PREFIX.length(), end)));
			}
			start = text.indexOf(PREFIX, Math.max(end, start + PREFIX.length()));
		}
		return placeholders;
	}

	boolean isComputed() {
		return this.name.contains(PREFIX);
	}

	private static Placeholder of(String content) {
		int depth = 0;
		for (int i = 0; i < content.length(); i++) {
			if (content.startsWith(PREFIX, i)) {
				depth++;
			}
			else if (content.charAt(i) == '}') {
				depth--;
			}
			else if (content.charAt(i) == ':' && depth == 0) {
				return new Placeholder(content.substring(0, i), content.substring(i + 1));
			}
		}
		return new Placeholder(content, null);
	}

	private static int end(String text, int from) {
		int depth = 0;
		for (int i = from; i < text.length(); i++) {
			if (text.startsWith(PREFIX, i)) {
				depth++;
			}
			else if (text.charAt(i) == '}' && depth-- == 0) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public String toString() {
		return "placeholder";
	}

}
