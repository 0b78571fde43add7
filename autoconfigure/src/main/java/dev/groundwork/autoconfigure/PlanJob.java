package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.Planning;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.report.ProvisioningReport;
import dev.groundwork.resource.DesiredState;

/**
 * {@link Job} that tells what would be done on every back end and does nothing.
 */
final class PlanJob implements Job {

	private final String application;

	private final DesiredStates desiredStates;

	private final Function<ProvisioningReport, String> format;

	PlanJob(String application, DesiredStates desiredStates, Function<ProvisioningReport, String> format) {
		this.application = application;
		this.desiredStates = desiredStates;
		this.format = format;
	}

	@Override
	public int run(StandardOutput output) {
		Map<Provisioner, DesiredState> states = this.desiredStates.resolve();
		List<LintFinding> findings = this.desiredStates.lint(states);
		boolean refused = findings.stream().anyMatch((finding) -> finding.severity() == LintSeverity.ERROR);
		ProvisioningReport report = new ProvisioningReport(this.application, ProvisioningMode.PLAN, findings,
				refused ? List.of() : plan(states));
		output.write(this.format.apply(report));
		return report.exitCode();
	}

	private static List<PlannedBackEnd> plan(Map<Provisioner, DesiredState> states) {
		List<PlannedBackEnd> plans = new ArrayList<>();
		states.forEach((provisioner, desired) -> {
			if (!desired.isEmpty()) {
				plans.add(new Planning(provisioner).run(desired));
			}
		});
		return plans;
	}

}
