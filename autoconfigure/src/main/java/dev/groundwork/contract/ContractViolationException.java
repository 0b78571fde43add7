package dev.groundwork.contract;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.ExitCodeGenerator;

/**
 * Exception thrown when the configuration breaks its {@link Contract}, with all errors at
 * once. Ends the JVM with exit code {@value #EXIT_CODE} when it ends a
 * {@code SpringApplication}.
 *
 * @since 0.1.0
 */
public final class ContractViolationException extends RuntimeException implements ExitCodeGenerator {

	/**
	 * Exit code of an application whose configuration breaks its contract:
	 * {@code EX_CONFIG} of {@code sysexits.h}.
	 */
	public static final int EXIT_CODE = 78;

	private static final long serialVersionUID = 1L;

	@SuppressWarnings("serial")
	private final ContractReport report;

	ContractViolationException(ContractReport report) {
		super(message(report.errors()));
		this.report = report;
	}

	/**
	 * Return everything that was found, also what alone would not have forbidden the
	 * start.
	 * @return the report, with at least one error
	 */
	public ContractReport report() {
		return this.report;
	}

	/**
	 * Return the errors.
	 * @return the findings, at least one, all of severity {@link Severity#ERROR}
	 */
	public List<Finding> findings() {
		return this.report.errors();
	}

	@Override
	public int getExitCode() {
		return EXIT_CODE;
	}

	private static String message(List<Finding> findings) {
		return findings.stream()
			.map(ContractViolationException::line)
			.collect(Collectors.joining(System.lineSeparator(),
					"Configuration breaks its contract:" + System.lineSeparator(), ""));
	}

	private static String line(Finding finding) {
		String place = finding.place();
		return " - " + finding.property() + ": " + finding.reason() + ((place != null) ? " (" + place + ")" : "");
	}

}
