package dev.groundwork.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.startup.TaskSnapshot;

/**
 * The summary line and the table that the log shows when the application is ready.
 *
 * @since 0.1.0
 */
public final class ReadySummary {

	private final GroundworkReport report;

	/**
	 * Create a new {@link ReadySummary} instance.
	 * @param report the report of an application that is ready
	 */
	public ReadySummary(GroundworkReport report) {
		this.report = report;
	}

	@Override
	public String toString() {
		List<String> lines = new ArrayList<>();
		lines.add(headline());
		this.report.tasks().forEach((task) -> lines.add(taskLine(task)));
		this.report.provisioning().forEach((result) -> lines.addAll(resultLines(result)));
		troubled().forEach((dependency) -> lines.add(dependencyLine(dependency)));
		return String.join(System.lineSeparator(), lines);
	}

	private String headline() {
		Duration timeToReady = this.report.timeToReady();
		long created = changes(Change.CREATE);
		long updated = changes(Change.UPDATE);
		long unchanged = this.report.provisioning()
			.stream()
			.flatMap((result) -> result.steps().stream())
			.filter((step) -> step.change() == Change.NONE)
			.count();
		long open = this.report.gates().stream().filter((gate) -> gate.state() == GateState.OPEN).count();
		String line = "%s in %s: %d created, %d updated, %d unchanged, %d of %d gates open".formatted(word(),
				(timeToReady != null) ? seconds(timeToReady) : "?", created, updated, unchanged, open,
				this.report.gates().size());
		List<DependencySnapshot> troubled = troubled();
		return troubled.isEmpty() ? line
				: line + ", "
						+ troubled.stream()
							.map((dependency) -> "%s %s".formatted(dependency.name(), status(dependency)))
							.collect(Collectors.joining(", "));
	}

	private String word() {
		return switch (this.report.readiness().state()) {
			case READY -> "READY";
			case DEGRADED -> "READY, degraded,";
			case STARTING, UNREADY, STOPPING -> "NOT READY, every task done";
		};
	}

	private List<DependencySnapshot> troubled() {
		return this.report.readiness()
			.dependencies()
			.stream()
			.filter((dependency) -> dependency.degrades() || dependency.holdsBack())
			.toList();
	}

	private static String dependencyLine(DependencySnapshot dependency) {
		Diagnosis reason = dependency.reason();
		return "  ! dependency '%s' is %s%s".formatted(dependency.name(), status(dependency),
				(reason != null) ? ": %s. %s".formatted(reason.summary(), reason.remedy()) : "");
	}

	private static String status(DependencySnapshot dependency) {
		return dependency.status().name().toLowerCase(Locale.ROOT);
	}

	private long changes(Change change) {
		return this.report.provisioning()
			.stream()
			.flatMap((result) -> result.changes().stream())
			.filter((step) -> step.change() == change)
			.count();
	}

	private String taskLine(TaskSnapshot task) {
		String line = "  %-28s %9s".formatted(task.name(), seconds(task.elapsed()));
		return this.report.provisioning()
			.stream()
			.filter((result) -> result.backEnd().equals(task.name()))
			.findFirst()
			.map((result) -> line + "  " + result.summary())
			.orElse(line);
	}

	private static List<String> resultLines(ProvisioningResult result) {
		return result.changes()
			.stream()
			.map((step) -> "  %s %-52s %s".formatted(step.change().getSymbol(), step.id(), source(step)))
			.toList();
	}

	private static String source(Step step) {
		return step.declaration().source();
	}

	private static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
	}

}
