package dev.groundwork.contract;

import java.util.List;

/**
 * Everything that a {@link Contract} found wrong.
 *
 * @param findings all findings, in the order of the contract
 * @since 0.1.0
 */
public record ContractReport(List<Finding> findings) {

	public ContractReport {
		findings = List.copyOf(findings);
	}

	/**
	 * Return the findings that forbid the start.
	 * @return the errors
	 */
	public List<Finding> errors() {
		return withSeverity(Severity.ERROR);
	}

	/**
	 * Return the findings that allow the start.
	 * @return the warnings
	 */
	public List<Finding> warnings() {
		return withSeverity(Severity.WARNING);
	}

	/**
	 * Return only if the contract holds; warnings do not break it.
	 * @throws ContractViolationException if there is at least one error
	 */
	public void requireNoErrors() {
		List<Finding> errors = errors();
		if (!errors.isEmpty()) {
			throw new ContractViolationException(errors);
		}
	}

	private List<Finding> withSeverity(Severity severity) {
		return this.findings.stream().filter((finding) -> finding.severity() == severity).toList();
	}

}
