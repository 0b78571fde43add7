package dev.groundwork.readiness;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * When a dependency is checked, and how many results in a row count.
 *
 * @param interval the longest time from the end of a check to the next one; positive
 * @param timeout how long a check may take before it counts as failed; positive
 * @param failureThreshold how many checks in a row must fail before the dependency is
 * taken for worse than it was; at least 1
 * @param successThreshold how many checks in a row must succeed before it is taken for
 * better; at least 1
 * @since 0.1.0
 */
public record CheckSchedule(Duration interval, Duration timeout, int failureThreshold, int successThreshold) {

	/**
	 * The schedule where nothing else is configured: every 10 s, at most 2 s, 3 failures,
	 * 1 success.
	 */
	public static final CheckSchedule DEFAULT = new CheckSchedule(Duration.ofSeconds(10), Duration.ofSeconds(2), 3, 1);

	/**
	 * Longest time between two checks of what is not up, in milliseconds.
	 */
	private static final long LONGEST_RETRY_MILLIS = 1_000;

	private static final double SHORTEST = 0.5;

	public CheckSchedule {
		requirePositive("interval", interval);
		requirePositive("timeout", timeout);
		requirePositive("failure-threshold", failureThreshold);
		requirePositive("success-threshold", successThreshold);
	}

	private static void requirePositive(String name, Duration value) {
		Assert.isTrue(value.toMillis() > 0, () -> "'%s' must be at least 1ms but is %s".formatted(name, value));
	}

	private static void requirePositive(String name, int value) {
		Assert.isTrue(value > 0, () -> "'%s' must be at least 1 but is %d".formatted(name, value));
	}

	/**
	 * Return how long to wait before the next check. Replicas that were started together
	 * drift apart.
	 * @param settled whether the dependency is up and its last check succeeded
	 * @param random a number from 0 to 1
	 * @return the delay, from half of the interval to all of it
	 */
	Duration delay(boolean settled, double random) {
		long longest = settled ? this.interval.toMillis() : retry().toMillis();
		return Duration.ofMillis(Math.round(longest * (SHORTEST + SHORTEST * random)));
	}

	Duration retry() {
		return Duration.ofMillis(Math.min(this.interval.toMillis(), LONGEST_RETRY_MILLIS));
	}

}
