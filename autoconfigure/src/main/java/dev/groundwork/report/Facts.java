package dev.groundwork.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.GateState;

/**
 * The figures of a start, each in a few words.
 */
final class Facts {

	private Facts() {
	}

	static List<String> of(GroundworkReport report, Instant jvmStart, Instant now) {
		List<String> facts = new ArrayList<>();
		Duration timeToReady = report.timeToReady();
		facts.add((timeToReady != null) ? "Gates open after " + Seconds.of(timeToReady)
				: "Starting for " + Seconds.of(Duration.between(jvmStart, now)));
		long open = report.gates().stream().filter((gate) -> gate.state() == GateState.OPEN).count();
		facts.add("%d of %d gates open".formatted(open, report.gates().size()));
		List<DependencySnapshot> dependencies = report.readiness().dependencies();
		if (!dependencies.isEmpty()) {
			long up = dependencies.stream().filter((dependency) -> dependency.status() == DependencyStatus.UP).count();
			facts.add("%d of %d dependencies up".formatted(up, dependencies.size()));
		}
		facts.add("as of %tT UTC".formatted(now.atOffset(ZoneOffset.UTC)));
		return facts;
	}

}
