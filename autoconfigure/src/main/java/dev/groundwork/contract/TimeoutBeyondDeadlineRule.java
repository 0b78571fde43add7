package dev.groundwork.contract;

import java.time.Duration;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A client waits for longer than the start may take, so that the start is given up before
 * anybody learns which server did not answer.
 */
final class TimeoutBeyondDeadlineRule implements DeploymentRule {

	@Override
	public String name() {
		return "timeout-beyond-deadline";
	}

	@Override
	public Severity defaultSeverity() {
		return Severity.WARNING;
	}

	@Override
	public Stream<Finding> check(Inspection inspection, Deployment deployment) {
		Duration deadline = deployment.startupDeadline();
		if (deadline == null) {
			return Stream.empty();
		}
		return ClientTimeout.ALL.stream()
			.flatMap((timeout) -> Stream.ofNullable(check(timeout, deadline, inspection.settings())));
	}

	private @Nullable Finding check(ClientTimeout timeout, Duration deadline, Settings settings) {
		Resolution found = settings.resolve(timeout.property());
		Duration wait = (found != null) ? ClientTimeout.read(found.value()) : null;
		if (found == null || wait == null || wait.compareTo(deadline) <= 0 || timeout.isLeftToLint(wait)) {
			return null;
		}
		return finding(timeout.property(), Text.origin(found),
				"is longer than the start may take ('groundwork.startup.deadline'): the start is given up before the "
						+ "client says what does not answer",
				"Set a shorter one:\n    " + timeout.property() + ": 10s\nor give the start more time:\n"
						+ "    groundwork.startup.deadline: <longer than " + timeout.property() + ">");
	}

}
