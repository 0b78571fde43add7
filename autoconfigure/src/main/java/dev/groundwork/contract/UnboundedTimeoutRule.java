package dev.groundwork.contract;

import java.time.Duration;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A client waits for ever for a server that is mute. What lint finds in the clients of
 * RabbitMQ and of connection pools is not told here again.
 */
final class UnboundedTimeoutRule implements EnvironmentRule {

	@Override
	public String name() {
		return "unbounded-timeout";
	}

	@Override
	public Severity defaultSeverity() {
		return Severity.WARNING;
	}

	@Override
	public Stream<Finding> check(Inspection inspection) {
		return ClientTimeout.ALL.stream()
			.flatMap((timeout) -> Stream.ofNullable(check(timeout, inspection.settings())));
	}

	private @Nullable Finding check(ClientTimeout timeout, Settings settings) {
		Resolution found = settings.resolve(timeout.property());
		Duration wait = (found != null) ? ClientTimeout.read(found.value()) : null;
		if (found == null || wait == null || !ClientTimeout.isForEver(wait) || timeout.isLeftToLint(wait)) {
			return null;
		}
		return finding(timeout.property(), Text.origin(found),
				"means for ever: a server that is mute is waited for " + "until somebody restarts the application",
				"Set a bound:\n    " + timeout.property() + ": 10s");
	}

}
