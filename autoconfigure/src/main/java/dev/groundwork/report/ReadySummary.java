package dev.groundwork.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.ProvisioningResult;
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
		return "READY in %s: %d created, %d updated, %d unchanged, %d of %d gates open".formatted(
				(timeToReady != null) ? seconds(timeToReady) : "?", created, updated, unchanged,
				this.report.gates().size(), this.report.gates().size());
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
