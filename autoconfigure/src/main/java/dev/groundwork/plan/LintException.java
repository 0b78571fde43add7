package dev.groundwork.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Exception thrown when what is declared violates rules. Nothing has connected to a
 * server when it is thrown.
 *
 * @since 0.1.0
 */
public final class LintException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<LintFinding> findings;

	/**
	 * Create a new {@link LintException} instance.
	 * @param findings every finding, at least one error among them
	 */
	public LintException(List<LintFinding> findings) {
		super(findings.stream().map(LintFinding::toString).collect(Collectors.joining("; ")));
		this.findings = List.copyOf(findings);
	}

	/**
	 * Return every finding, also the warnings.
	 * @return at least one finding
	 */
	public List<LintFinding> getFindings() {
		return this.findings;
	}

}
