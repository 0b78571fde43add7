package dev.groundwork.rabbitmq;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import org.jspecify.annotations.Nullable;

/**
 * Version of the broker, as it tells each connection.
 *
 * @param major the major version
 * @param minor the minor version
 * @param patch the patch version
 */
record BrokerVersion(int major, int minor, int patch) implements Comparable<BrokerVersion> {

	private static final Pattern TEXT = Pattern.compile("(?<major>\\d+)\\.(?<minor>\\d+)\\.(?<patch>\\d+).*");

	private static final Comparator<BrokerVersion> ORDER = Comparator.comparingInt(BrokerVersion::major)
		.thenComparingInt(BrokerVersion::minor)
		.thenComparingInt(BrokerVersion::patch);

	/**
	 * The first version that wants the right to configure for a passive declare.
	 */
	private static final BrokerVersion LOOKING_NEEDS_CONFIGURE = new BrokerVersion(4, 2, 6);

	/**
	 * The first version that wants any right for a passive declare.
	 */
	private static final BrokerVersion LOOKING_NEEDS_ANY = new BrokerVersion(4, 3, 1);

	/**
	 * Find the version of the broker that closed a channel or a connection.
	 * @param failure the failure
	 * @return the version or {@code null} if the failure does not tell
	 */
	static @Nullable BrokerVersion of(@Nullable Throwable failure) {
		if (failure == null) {
			return null;
		}
		return (failure instanceof ShutdownSignalException signal) ? of(connection(signal.getReference()))
				: of(failure.getCause());
	}

	private static @Nullable Connection connection(@Nullable Object reference) {
		if (reference instanceof Channel channel) {
			return channel.getConnection();
		}
		return (reference instanceof Connection connection) ? connection : null;
	}

	static @Nullable BrokerVersion of(@Nullable Connection connection) {
		Map<String, Object> properties = (connection != null) ? connection.getServerProperties() : null;
		return (properties != null) ? parse(String.valueOf(properties.get("version"))) : null;
	}

	static @Nullable BrokerVersion parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		return matcher.matches() ? new BrokerVersion(Integer.parseInt(matcher.group("major")),
				Integer.parseInt(matcher.group("minor")), Integer.parseInt(matcher.group("patch"))) : null;
	}

	boolean needsConfigureToLook() {
		return compareTo(LOOKING_NEEDS_CONFIGURE) >= 0 && compareTo(LOOKING_NEEDS_ANY) < 0;
	}

	boolean needsAnyRightToLook() {
		return compareTo(LOOKING_NEEDS_ANY) >= 0;
	}

	@Override
	public int compareTo(BrokerVersion other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return "%d.%d.%d".formatted(this.major, this.minor, this.patch);
	}

}
