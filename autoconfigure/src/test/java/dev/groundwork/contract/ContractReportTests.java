package dev.groundwork.contract;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ContractReport} and {@link ContractViolationException}.
 */
class ContractReportTests {

	private final Finding error = new Finding("rule-a", Severity.ERROR, "app.a", null, "is wrong", "Correct it.");

	private final Finding warning = new Finding("rule-b", Severity.WARNING, "app.b", null, "is odd", "Look at it.");

	@Test
	void warningsDoNotBreakTheContract() {
		report(this.warning).requireNoErrors();
	}

	@Test
	void errorsBreakTheContractTogether() {
		ContractReport report = report(this.error, this.warning, this.error);
		assertThatExceptionOfType(ContractViolationException.class).isThrownBy(report::requireNoErrors)
			.satisfies((ex) -> assertThat(ex.findings()).containsExactly(this.error, this.error));
	}

	@Test
	void violationEndsTheJvmWithTheExitCodeOfBadConfiguration() {
		assertThatExceptionOfType(ContractViolationException.class).isThrownBy(report(this.error)::requireNoErrors)
			.satisfies((ex) -> assertThat(ex.getExitCode()).isEqualTo(78));
	}

	@Test
	void messageOfViolationIsReadableOnItsOwn() {
		assertThatExceptionOfType(ContractViolationException.class).isThrownBy(report(this.error)::requireNoErrors)
			.withMessage("Configuration breaks its contract:%n - app.a: is wrong".formatted());
	}

	private static ContractReport report(Finding... findings) {
		return new ContractReport(new ContractStatus(null, List.of(), List.of(findings)));
	}

}
