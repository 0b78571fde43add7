package dev.groundwork.rabbitmq;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

/**
 * What the broker says when a declaration differs from what exists. It names the first
 * differing attribute only.
 */
final class Inequivalence {

	private static final Pattern TEXT = Pattern
		.compile("inequivalent arg '(?<attribute>[^']+)' for .+: received (?<expected>.+) but current is (?<found>.+)");

	private static final Pattern VALUE = Pattern.compile("(?:the value )?'(?<value>.*?)'(?: of type '[^']*')?");

	private static final String NONE = "none";

	private Inequivalence() {
	}

	static boolean isIn(BrokerRefusal refusal) {
		return refusal.code() == BrokerRefusal.PRECONDITION_FAILED && TEXT.matcher(refusal.text()).find();
	}

	static Difference parse(BrokerRefusal refusal) {
		Matcher matcher = TEXT.matcher(refusal.text());
		if (!matcher.find()) {
			return new Difference("declaration", "as declared", refusal.text(), false);
		}
		return new Difference(matcher.group("attribute"), value(matcher.group("expected")),
				value(matcher.group("found")), false);
	}

	private static @Nullable String value(String text) {
		if (text.equals(NONE)) {
			return null;
		}
		Matcher matcher = VALUE.matcher(text);
		return matcher.matches() ? matcher.group("value") : text;
	}

}
