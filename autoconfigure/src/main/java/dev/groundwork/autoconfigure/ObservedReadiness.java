package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessSnapshot;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupObservation;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.Wait;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;

/**
 * Shows tasks, gates and dependencies to what has observed the start so far.
 */
final class ObservedReadiness implements DisposableBean {

	private static final String WAITER = "readiness";

	private final @Nullable EarlyStart earlyStart;

	ObservedReadiness(StartupObservation observation, @Nullable EarlyStart earlyStart, Startup startup,
			Readiness readiness) {
		this.earlyStart = earlyStart;
		observation.follow(startup, () -> waits(observation, startup, readiness));
		if (earlyStart != null) {
			earlyStart.follow(startup, readiness);
		}
	}

	private static List<Wait> waits(StartupObservation observation, Startup startup, Readiness readiness) {
		ReadinessSnapshot snapshot = readiness.snapshot();
		Set<String> tasks = startup.tasks().stream().map(TaskSnapshot::name).collect(Collectors.toSet());
		List<Wait> waits = new ArrayList<>();
		snapshot.gates()
			.stream()
			.filter((gate) -> gate.holdsBack() && !tasks.contains(gate.name()))
			.forEach((gate) -> waits.add(wait(gate.name(), reason(gate), observation.elapsed())));
		snapshot.dependencies()
			.stream()
			.filter((dependency) -> dependency.holdsBack() && !dependency.seen())
			.forEach((dependency) -> waits
				.add(wait(dependency.name(), reason(dependency.reason()), observation.elapsed())));
		return waits;
	}

	private static String reason(GateSnapshot gate) {
		return (gate.waitingFor() != null) ? gate.waitingFor() : "the gate is closed and has told no reason";
	}

	private static String reason(@Nullable Diagnosis diagnosis) {
		return (diagnosis != null) ? diagnosis.summary() : "no check has ended yet";
	}

	private static Wait wait(String target, String reason, Duration elapsed) {
		return new Wait(WAITER, target, reason, elapsed, null, true);
	}

	@Override
	public void destroy() {
		if (this.earlyStart != null) {
			this.earlyStart.contextEnded();
		}
	}

}
