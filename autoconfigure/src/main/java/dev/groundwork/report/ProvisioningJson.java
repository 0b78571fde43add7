package dev.groundwork.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

/**
 * A {@link ProvisioningReport} for machines: one JSON object on one line.
 *
 * @since 0.1.0
 */
public final class ProvisioningJson {

	private static final JsonWriter<Map<String, Object>> WRITER = JsonWriter.standard();

	private final ProvisioningReport report;

	/**
	 * Create a new {@link ProvisioningJson} instance.
	 * @param report the report
	 */
	public ProvisioningJson(ProvisioningReport report) {
		this.report = report;
	}

	static Map<String, Object> finding(LintFinding finding) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("rule", finding.rule());
		json.put("severity", finding.severity().name());
		json.put("subject", finding.violation().subject());
		json.put("source", finding.violation().source());
		json.put("cause", finding.violation().cause());
		json.put("remedy", finding.violation().remedy());
		return json;
	}

	private static Map<String, Object> backEnd(PlannedBackEnd backEnd) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("name", backEnd.backEnd());
		json.put("failures", backEnd.failures().stream().map(ProvisioningJson::diagnosis).toList());
		json.put("resources", backEnd.steps(Change.values()).stream().map((step) -> resource(backEnd, step)).toList());
		return json;
	}

	private static Map<String, Object> resource(PlannedBackEnd backEnd, Step step) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("change", step.change().name());
		json.put("kind", step.id().kind());
		json.put("name", step.id().name());
		json.put("source", step.declaration().source());
		json.put("external", step.declaration().external());
		json.put("differences", step.differences().stream().map(ProvisioningJson::difference).toList());
		json.put("notes", step.notes());
		Diagnosis explanation = backEnd.explanations().get(step.id());
		if (explanation != null) {
			json.put("explanation", diagnosis(explanation));
		}
		return json;
	}

	private static Map<String, Object> difference(Difference difference) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("attribute", difference.attribute());
		json.put("expected", value(difference.expected()));
		json.put("found", value(difference.found()));
		json.put("applicable", difference.applicable());
		return json;
	}

	/**
	 * Text, numbers, truth values, lists and maps have a form in JSON; anything else is
	 * shown as text.
	 * @param value the value
	 * @return the value as it is written
	 */
	private static @Nullable Object value(@Nullable Object value) {
		boolean hasForm = value == null || value instanceof Number || value instanceof Boolean || value instanceof List
				|| value instanceof Map;
		return hasForm ? value : String.valueOf(value);
	}

	private static Map<String, Object> diagnosis(Diagnosis diagnosis) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("kind", diagnosis.kind().name());
		json.put("subject", diagnosis.subject());
		json.put("cause", diagnosis.cause());
		json.put("evidence", diagnosis.evidence());
		json.put("remedy", diagnosis.remedy());
		return json;
	}

	@Override
	public String toString() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("application", this.report.application());
		json.put("mode", this.report.mode().name());
		json.put("exitCode", this.report.exitCode());
		json.put("findings", this.report.findings().stream().map(ProvisioningJson::finding).toList());
		json.put("backEnds", this.report.backEnds().stream().map(ProvisioningJson::backEnd).toList());
		return WRITER.writeToString(json) + System.lineSeparator();
	}

}
