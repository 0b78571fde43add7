package dev.groundwork.report;

import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.plan.Plan;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.ProvisioningMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProvisioningReport}.
 */
class ProvisioningReportTests {

	@ParameterizedTest
	@CsvSource({ "NONE, 0, 0", "CREATE, 2, 0", "UPDATE, 2, 0", "MIGRATE, 2, 0", "ASSERT, 0, 0", "AWAIT, 1, 1",
			"DRIFT, 1, 1" })
	void changeDecidesTheExitCode(Change change, int planned, int applied) {
		PlannedBackEnd backEnd = backEnd(Change.NONE, change);
		assertThat(report(ProvisioningMode.PLAN, backEnd).exitCode()).isEqualTo(planned);
		assertThat(report(ProvisioningMode.APPLY, backEnd).exitCode()).isEqualTo(applied);
	}

	@Test
	void driftOnOneBackEndOutweighsChangesOnAnother() {
		assertThat(report(ProvisioningMode.PLAN, backEnd(Change.CREATE), backEnd(Change.DRIFT)).exitCode())
			.isEqualTo(1);
	}

	@Test
	void backEndThatCannotTellIsAFailure() {
		PlannedBackEnd unknown = new PlannedBackEnd("rabbitmq", null, Map.of(),
				List.of(new Diagnosis(FailureKind.TRANSIENT, "RabbitMQ", "connection refused", "", "")));
		assertThat(report(ProvisioningMode.PLAN, backEnd(Change.NONE), unknown).exitCode()).isEqualTo(1);
	}

	@Test
	void errorOfARuleIsAFailureAndAWarningIsNot() {
		assertThat(found(LintSeverity.ERROR).exitCode()).isEqualTo(1);
		assertThat(found(LintSeverity.WARNING).exitCode()).isZero();
	}

	@Test
	void nothingDeclaredIsNothingToDo() {
		assertThat(report(ProvisioningMode.PLAN).exitCode()).isZero();
	}

	private static ProvisioningReport found(LintSeverity severity) {
		return new ProvisioningReport("orders", ProvisioningMode.PLAN,
				List.of(new LintFinding("rule", severity, new LintViolation("a", "b", "c", "d"))), List.of());
	}

	private static ProvisioningReport report(ProvisioningMode mode, PlannedBackEnd... backEnds) {
		return new ProvisioningReport("orders", mode, List.of(), List.of(backEnds));
	}

	private static PlannedBackEnd backEnd(Change... changes) {
		return new PlannedBackEnd("rabbitmq",
				new Plan(List.of(changes)
					.stream()
					.map((change) -> TestReport.step("queue", change.name(), "bean 'queue'", change))
					.toList()),
				Map.of(), List.of());
	}

}
