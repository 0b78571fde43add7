package dev.groundwork.report;

import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProvisioningJson}.
 */
class ProvisioningJsonTests {

	@Test
	void everythingThatIsKnownIsWritten() {
		Step drift = new Step(TestReport.step("queue", "orders", "bean 'orders'", Change.DRIFT).declaration(),
				Change.DRIFT, List.of(new Difference("x-max-length", 5, null, false)), List.of("a \"note\""));
		Diagnosis explanation = new Diagnosis(FailureKind.PERMANENT, "queue 'orders'", "differs", "found",
				"Rename it.");
		ProvisioningReport report = new ProvisioningReport("shop", ProvisioningMode.PLAN,
				List.of(new LintFinding("rule", LintSeverity.WARNING, new LintViolation("a", "b", "c", "d"))),
				List.of(new PlannedBackEnd("rabbitmq", new Plan(List.of(drift)), Map.of(drift.id(), explanation),
						List.of()), new PlannedBackEnd("elasticsearch", null, Map.of(), List.of(explanation))));
		DocumentContext json = JsonPath.parse(new ProvisioningJson(report).toString());
		assertThat(json.<Integer>read("$.exitCode")).isEqualTo(1);
		assertThat(json.<String>read("$.findings[0].severity")).isEqualTo("WARNING");
		assertThat(json.<Map<String, Object>>read("$.backEnds[0].resources[0]")).containsEntry("change", "DRIFT")
			.containsEntry("kind", "queue")
			.containsEntry("name", "orders")
			.containsEntry("source", "bean 'orders'")
			.containsEntry("external", false)
			.containsEntry("notes", List.of("a \"note\""));
		assertThat(json.<Map<String, Object>>read("$.backEnds[0].resources[0].differences[0]"))
			.containsEntry("attribute", "x-max-length")
			.containsEntry("expected", 5)
			.containsEntry("found", null);
		assertThat(json.<String>read("$.backEnds[0].resources[0].explanation.remedy")).isEqualTo("Rename it.");
		assertThat(json.<String>read("$.backEnds[1].failures[0].kind")).isEqualTo("PERMANENT");
	}

	@Test
	void theDocumentIsOneLine() {
		assertThat(new ProvisioningJson(new ProvisioningReport("shop", ProvisioningMode.PLAN, List.of(), List.of()))
			.toString()
			.lines()).hasSize(1);
	}

}
