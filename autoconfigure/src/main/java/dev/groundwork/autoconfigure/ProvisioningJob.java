package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.report.ProvisioningReport;
import dev.groundwork.startup.OnDeadline;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.TaskSnapshot;

/**
 * {@link Job} that provisions every back end, or waits until somebody else has, at most
 * until the deadline of the start.
 */
final class ProvisioningJob implements Job {

	private final String application;

	private final ProvisioningMode mode;

	private final ProvisioningTasks tasks;

	private final Duration deadline;

	private final Function<ProvisioningReport, String> format;

	ProvisioningJob(String application, ProvisioningMode mode, ProvisioningTasks tasks, Duration deadline,
			Function<ProvisioningReport, String> format) {
		this.application = application;
		this.mode = mode;
		this.tasks = tasks;
		this.deadline = deadline;
		this.format = format;
	}

	@Override
	public int run(StandardOutput output) throws InterruptedException {
		Startup startup = new Startup(() -> List.copyOf(this.tasks.tasks()), this.deadline, OnDeadline.FAIL);
		try {
			startup.start();
			startup.await();
			return write(output, this.tasks.results().stream().map(PlannedBackEnd::of).toList());
		}
		catch (DiagnosedException ex) {
			write(output, startup.tasks().stream().map((task) -> outcome(task, ex.getDiagnoses())).toList());
			throw ex;
		}
		finally {
			startup.stop();
		}
	}

	private PlannedBackEnd outcome(TaskSnapshot task, List<Diagnosis> failures) {
		return this.tasks.results()
			.stream()
			.filter((result) -> result.backEnd().equals(task.name()))
			.findFirst()
			.map(PlannedBackEnd::of)
			.orElseGet(() -> new PlannedBackEnd(task.name(), null, Map.of(),
					task.failures().isEmpty() ? failures : task.failures()));
	}

	private int write(StandardOutput output, List<PlannedBackEnd> backEnds) {
		ProvisioningReport report = new ProvisioningReport(this.application, this.mode, List.of(), backEnds);
		output.write(this.format.apply(report));
		return report.exitCode();
	}

}
