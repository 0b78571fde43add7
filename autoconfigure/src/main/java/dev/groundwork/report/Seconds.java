package dev.groundwork.report;

import java.time.Duration;
import java.util.Locale;

/**
 * A duration in seconds, for people.
 */
final class Seconds {

	private Seconds() {
	}

	static String of(Duration duration) {
		return String.format(Locale.ROOT, (duration.toSeconds() < 10) ? "%.1f s" : "%.0f s",
				duration.toMillis() / 1000.0);
	}

}
