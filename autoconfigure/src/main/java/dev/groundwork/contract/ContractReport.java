package dev.groundwork.contract;

import java.util.List;

/**
 * Everything that a {@link Contract} found wrong.
 *
 * @param status what is required and whether it is there
 * @since 0.1.0
 */
public record ContractReport(ContractStatus status) {

	/**
	 * Return everything that is wrong.
	 * @return all findings, those about the contract and the environment as a whole
	 * before those about each secret
	 */
	public List<Finding> findings() {
		return this.status.allFindings();
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
		if (!errors().isEmpty()) {
			throw new ContractViolationException(this);
		}
	}

	private List<Finding> withSeverity(Severity severity) {
		return findings().stream().filter((finding) -> finding.severity() == severity).toList();
	}

}
