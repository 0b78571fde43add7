package dev.groundwork.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.TaskState;
import dev.groundwork.startup.Wait;
import org.jspecify.annotations.Nullable;

/**
 * One reason why an application is not ready, or not wholly.
 *
 * @param label what it is, in a word
 * @param grave whether it will not go away by itself
 * @param subject what is affected
 * @param cause why
 * @param evidence what was found, or {@code null}
 * @param remedy what to do, or {@code null} if there is nothing to do but to wait
 */
record Obstacle(String label, boolean grave, String subject, String cause, @Nullable String evidence,
		@Nullable String remedy) {

	/**
	 * Return the reasons, the gravest first.
	 * @param report the report
	 * @return the reasons; none if the application is ready and has what it needs
	 */
	static List<Obstacle> of(GroundworkReport report) {
		List<Obstacle> obstacles = new ArrayList<>();
		report.gates()
			.forEach((gate) -> gate.failures().forEach((failure) -> obstacles.add(of("Failed", true, failure))));
		List<Wait> cycle = report.waits().cycle();
		if (!cycle.isEmpty()) {
			obstacles.add(circle(cycle));
		}
		report.readiness()
			.dependencies()
			.stream()
			.filter((dependency) -> dependency.degrades() || dependency.holdsBack())
			.forEach((dependency) -> obstacles.add(lost(dependency)));
		Set<String> running = new HashSet<>();
		Set<String> pending = new HashSet<>();
		report.tasks().forEach((task) -> {
			if (task.state() == TaskState.RUNNING || task.state() == TaskState.OVERDUE) {
				running.add(task.name());
				obstacles.add(waiting(task, report.obstacles().get(task.name())));
			}
			else if (task.state() == TaskState.PENDING) {
				pending.add(task.name());
			}
		});
		report.gates()
			.stream()
			.filter((gate) -> gate.state() == GateState.CLOSED && !running.contains(gate.name()))
			.filter((gate) -> running.isEmpty() || !pending.contains(gate.name()))
			.forEach((gate) -> obstacles.add(closed(gate)));
		return obstacles;
	}

	private static Obstacle of(String label, boolean grave, Diagnosis diagnosis) {
		return new Obstacle(label, grave, diagnosis.subject(), diagnosis.cause(), diagnosis.evidence(),
				diagnosis.remedy());
	}

	private static Obstacle circle(List<Wait> cycle) {
		String path = cycle.stream().map(Wait::waiter).collect(Collectors.joining(" → "));
		String evidence = cycle.stream()
			.map((wait) -> "%s waits for %s: %s%s".formatted(wait.waiter(), wait.target(), wait.reason(),
					(wait.thread() != null) ? " (thread %s)".formatted(wait.thread()) : ""))
			.collect(Collectors.joining("\n"));
		return new Obstacle("Deadlock", true, "A circle of waits", path + " → " + cycle.get(0).waiter(), evidence,
				"Break the circle at one of these waits: none of them ends by itself.");
	}

	private static Obstacle lost(DependencySnapshot dependency) {
		String status = dependency.status().name().toLowerCase(Locale.ROOT);
		Diagnosis reason = dependency.reason();
		return new Obstacle("Dependency " + status, dependency.holdsBack() && dependency.seen(),
				"Dependency '%s'".formatted(dependency.name()),
				(reason != null) ? reason.summary() : "is " + status + " since " + dependency.since(),
				(reason != null) ? reason.evidence() : null, (reason != null) ? reason.remedy() : null);
	}

	private static Obstacle waiting(TaskSnapshot task, @Nullable Diagnosis obstacle) {
		String label = "Waiting for " + whole(task.elapsed());
		String subject = "Task '%s'".formatted(task.name());
		if (obstacle != null) {
			return new Obstacle(label, false, subject, obstacle.summary(), obstacle.evidence(), obstacle.remedy());
		}
		return new Obstacle(label, false, subject,
				(task.waitingFor() != null) ? "waits for " + task.waitingFor() : "is running", null, null);
	}

	private static Obstacle closed(GateSnapshot gate) {
		return new Obstacle("Closed", false, "Gate '%s'".formatted(gate.name()),
				(gate.waitingFor() != null) ? "waits for " + gate.waitingFor() : "has not been opened", null, null);
	}

	private static String whole(Duration duration) {
		return duration.toSeconds() + " s";
	}

}
