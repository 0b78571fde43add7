package dev.groundwork.contract;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * Sentences that several rules share.
 */
final class Text {

	private Text() {
	}

	static String names(Collection<String> names) {
		return names.stream().map((name) -> "'" + name + "'").collect(Collectors.joining(", "));
	}

	static String isOrAre(Collection<String> names) {
		return (names.size() == 1) ? "is" : "are";
	}

	static String settings(Collection<Resolution> settings) {
		return settings.stream().map(Resolution::toString).collect(Collectors.joining(" and "));
	}

	/**
	 * Return the place to look at for a bad value: where the value itself stands, if that
	 * is one place, else where it is put together.
	 * @param bound what the application reads
	 * @return the origin
	 */
	static Origin origin(Resolution bound) {
		List<Setting> sources = bound.sources();
		return ((sources.size() == 1) ? sources.get(0) : bound.setting()).origin();
	}

	static String blank(Resolution bound) {
		List<String> sources = bound.sources().stream().map(Setting::name).distinct().toList();
		return (bound.setting().isLiteral() || sources.isEmpty()) ? "is set, but blank"
				: "is blank: it is read from " + names(sources) + ", which " + isOrAre(sources) + " empty";
	}

	static String unresolved(Resolution bound) {
		String reason = bound.unset().isEmpty() ? "a placeholder in its value cannot be resolved"
				: "refers to " + names(bound.unset()) + ", which " + isOrAre(bound.unset()) + " not set";
		return reason + ": the application would read the text '${…}' itself";
	}

	static String required(@Nullable Condition condition) {
		return (condition != null) ? "is required, because '" + condition + "' holds," : "is required";
	}

	static String unread(Secret secret) {
		return secret.unread()
			.stream()
			.findFirst()
			.map((other) -> "; " + other + " is set, but '" + secret.property() + "' does not read it")
			.orElse("");
	}

}
