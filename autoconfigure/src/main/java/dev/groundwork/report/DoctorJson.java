package dev.groundwork.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Production;
import dev.groundwork.contract.RequiredSetting;
import dev.groundwork.plan.LintFinding;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

/**
 * A {@link DoctorReport} for machines: one JSON object on one line.
 *
 * @since 0.1.0
 */
public final class DoctorJson {

	private static final JsonWriter<Map<String, Object>> WRITER = JsonWriter.standard();

	private final DoctorReport report;

	/**
	 * Create a new {@link DoctorJson} instance.
	 * @param report the report
	 */
	public DoctorJson(DoctorReport report) {
		this.report = report;
	}

	private static @Nullable Map<String, Object> production(@Nullable Production production) {
		if (production == null) {
			return null;
		}
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("active", production.active());
		json.put("reason", production.reason());
		return json;
	}

	private static Map<String, Object> finding(Finding finding) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("rule", finding.rule());
		json.put("severity", finding.severity().name());
		json.put("property", finding.property());
		json.put("origin", finding.place());
		json.put("reason", finding.reason());
		json.put("remedy", finding.remedy());
		return json;
	}

	private Map<String, Object> setting(RequiredSetting setting) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("property", setting.property());
		json.put("variable", setting.variable());
		json.put("secret", setting.secret());
		json.put("requiredWhen", (setting.requiredWhen() != null) ? setting.requiredWhen().toString() : null);
		json.put("required", setting.required());
		json.put("satisfied", this.report.isSatisfied(setting));
		json.put("origins", setting.places());
		return json;
	}

	private Map<String, Object> lint(@Nullable List<LintFinding> findings) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("run", findings != null);
		json.put("reason", (findings != null) ? null : DoctorReport.LINT_NOT_RUN);
		json.put("findings",
				(findings != null) ? findings.stream().map(ProvisioningJson::finding).toList() : List.of());
		return json;
	}

	@Override
	public String toString() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("application", this.report.application());
		json.put("mode", "DOCTOR");
		json.put("exitCode", this.report.exitCode());
		json.put("production", production(this.report.contract().production()));
		json.put("contract",
				Map.of("findings", this.report.contract().allFindings().stream().map(DoctorJson::finding).toList()));
		json.put("settings", this.report.settings().stream().map(this::setting).toList());
		json.put("lint", lint(this.report.lint()));
		return WRITER.writeToString(json) + System.lineSeparator();
	}

}
