package dev.groundwork.rabbitmq;

import java.time.Duration;

/**
 * Durations in the largest unit that is exact, as people write them.
 *
 * @since 0.1.0
 */
public final class DurationText {

	private DurationText() {
	}

	/**
	 * Return a duration with its unit.
	 * @param duration the duration, a whole number of milliseconds
	 * @return text such as {@code 90s}, {@code 1m} or {@code 7d}
	 */
	public static String of(Duration duration) {
		long millis = duration.toMillis();
		if (millis % 1_000 != 0 || millis == 0) {
			return millis + "ms";
		}
		long seconds = millis / 1_000;
		if (seconds % 60 != 0) {
			return seconds + "s";
		}
		long minutes = seconds / 60;
		if (minutes % 60 != 0) {
			return minutes + "m";
		}
		long hours = minutes / 60;
		return (hours % 24 != 0) ? hours + "h" : hours / 24 + "d";
	}

}
