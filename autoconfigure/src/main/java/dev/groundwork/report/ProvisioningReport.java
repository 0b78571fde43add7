package dev.groundwork.report;

import java.util.Arrays;
import java.util.List;

import dev.groundwork.plan.Change;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.ProvisioningMode;

/**
 * What a run that only provisions has found out or done.
 *
 * @param application the name of the application
 * @param mode what the run was asked for
 * @param findings what the rules say of what is declared
 * @param backEnds what would be done, or was done, on each back end; empty if the rules
 * forbid it
 * @since 0.1.0
 */
public record ProvisioningReport(String application, ProvisioningMode mode, List<LintFinding> findings,
		List<PlannedBackEnd> backEnds) {

	/**
	 * Exit code if there is nothing to do, or everything was done.
	 */
	public static final int DONE = 0;

	/**
	 * Exit code if something failed, drifted, is missing or could not be told.
	 */
	public static final int FAILED = 1;

	/**
	 * Exit code if there is something to do.
	 */
	public static final int PENDING = 2;

	public ProvisioningReport {
		findings = List.copyOf(findings);
		backEnds = List.copyOf(backEnds);
	}

	/**
	 * Return the exit code of the process.
	 * @return {@link #DONE}, {@link #FAILED} or {@link #PENDING}
	 */
	public int exitCode() {
		boolean refused = this.findings.stream().anyMatch((finding) -> finding.severity() == LintSeverity.ERROR);
		boolean unknown = this.backEnds.stream().anyMatch((backEnd) -> !backEnd.failures().isEmpty());
		if (refused || unknown || has(Change.DRIFT, Change.AWAIT)) {
			return FAILED;
		}
		boolean pending = this.mode == ProvisioningMode.PLAN && has(Change.CREATE, Change.UPDATE, Change.MIGRATE);
		return pending ? PENDING : DONE;
	}

	private boolean has(Change... changes) {
		return Arrays.stream(changes).anyMatch((change) -> count(change) > 0);
	}

	/**
	 * Return how many resources there are of a change, on all back ends.
	 * @param change the change
	 * @return the number of resources
	 */
	long count(Change change) {
		return this.backEnds.stream()
			.filter((backEnd) -> backEnd.plan() != null)
			.mapToLong((backEnd) -> backEnd.steps(change).size())
			.sum();
	}

}
