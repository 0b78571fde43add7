package dev.groundwork.contract;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * A property that says how long a client waits.
 *
 * @param property the property
 * @param watched the longest wait that no lint rule tells of, which looks at the client
 * itself; {@code null} if none looks
 */
record ClientTimeout(String property, @Nullable Duration watched) {

	private static final Duration NEVER = Duration.ofMillis(Integer.MAX_VALUE);

	static final List<ClientTimeout> ALL = List.of(
			new ClientTimeout("spring.rabbitmq.connection-timeout", Duration.ofMinutes(1)),
			new ClientTimeout("spring.rabbitmq.channel-rpc-timeout", Duration.ofMinutes(1)),
			new ClientTimeout("spring.datasource.hikari.connection-timeout", NEVER.minusMillis(1)),
			new ClientTimeout("spring.elasticsearch.connection-timeout", null),
			new ClientTimeout("spring.elasticsearch.socket-timeout", null),
			new ClientTimeout("spring.data.redis.connect-timeout", null),
			new ClientTimeout("spring.data.redis.timeout", null));

	/**
	 * Return the wait that a text stands for.
	 * @param text the text, in milliseconds if it has no unit
	 * @return the wait, zero or negative for ever, or {@code null} if it is no duration
	 */
	static @Nullable Duration read(String text) {
		try {
			return DurationStyle.detectAndParse(text.trim(), ChronoUnit.MILLIS);
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return null;
		}
	}

	static boolean isForEver(Duration wait) {
		return wait.isZero() || wait.isNegative();
	}

	/**
	 * Return whether a lint rule tells of a wait when the client is there.
	 * @param wait the wait
	 * @return whether nothing needs to be said here
	 */
	boolean isLeftToLint(Duration wait) {
		return this.watched != null && (isForEver(wait) || wait.compareTo(this.watched) > 0);
	}

}
