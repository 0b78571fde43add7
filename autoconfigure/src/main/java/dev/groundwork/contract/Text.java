package dev.groundwork.contract;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

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

	static String unread(Secret secret) {
		return secret.unread()
			.stream()
			.findFirst()
			.map((other) -> "; " + other + " is set, but '" + secret.property() + "' does not read it")
			.orElse("");
	}

}
