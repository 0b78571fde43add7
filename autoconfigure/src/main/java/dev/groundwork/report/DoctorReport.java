package dev.groundwork.report;

import java.util.List;
import java.util.stream.Stream;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.RequiredSetting;
import dev.groundwork.contract.Severity;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be said about the configuration of an application without asking a
 * server. Holds names and places, never a value.
 *
 * @param application the name of the application
 * @param contract what its contract says
 * @param settings what its contract requires and where that is read from
 * @param lint what the rules say of what is declared, or {@code null} if they were not
 * asked
 * @since 0.1.0
 */
public record DoctorReport(String application, ContractStatus contract, List<RequiredSetting> settings,
		@Nullable List<LintFinding> lint) {

	/**
	 * Why the rules are not asked where the contract is broken.
	 */
	static final String LINT_NOT_RUN = "What is declared is known when the beans of the application exist, "
			+ "and none of them is created while its contract is broken.";

	public DoctorReport {
		settings = List.copyOf(settings);
		lint = (lint != null) ? List.copyOf(lint) : null;
	}

	/**
	 * Return the exit code of the process.
	 * @return {@link ContractViolationException#EXIT_CODE} if the contract is broken,
	 * {@link ProvisioningReport#FAILED} if a rule is, else
	 * {@link ProvisioningReport#DONE}
	 */
	public int exitCode() {
		if (has(Severity.ERROR)) {
			return ContractViolationException.EXIT_CODE;
		}
		return has(LintSeverity.ERROR) ? ProvisioningReport.FAILED : ProvisioningReport.DONE;
	}

	private boolean has(Severity severity) {
		return contractFindings(severity).findAny().isPresent();
	}

	private boolean has(LintSeverity severity) {
		return lintFindings(severity).findAny().isPresent();
	}

	Stream<Finding> contractFindings(Severity severity) {
		return this.contract.allFindings().stream().filter((finding) -> finding.severity() == severity);
	}

	Stream<LintFinding> lintFindings(LintSeverity severity) {
		return (this.lint != null) ? this.lint.stream().filter((finding) -> finding.severity() == severity)
				: Stream.empty();
	}

	/**
	 * Return whether nothing forbids the start because of a setting.
	 * @param setting the setting
	 * @return whether no finding about its property is an error
	 */
	boolean isSatisfied(RequiredSetting setting) {
		return contractFindings(Severity.ERROR).noneMatch((finding) -> finding.property().equals(setting.property()));
	}

}
