package dev.groundwork.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ansi.AnsiColor;
import org.springframework.boot.ansi.AnsiElement;
import org.springframework.boot.ansi.AnsiOutput;
import org.springframework.boot.ansi.AnsiStyle;

/**
 * A {@link ProvisioningReport} for people. A command in it is never broken into lines, so
 * that it can be copied.
 *
 * @since 0.1.0
 */
public final class ProvisioningText {

	private static final String DETAIL = "      ";

	private static final int MAX_ATTRIBUTES = 12;

	private final ProvisioningReport report;

	private final List<String> lines = new ArrayList<>();

	/**
	 * Create a new {@link ProvisioningText} instance.
	 * @param report the report
	 */
	public ProvisioningText(ProvisioningReport report) {
		this.report = report;
		writeHeadline();
		report.findings().forEach(this::writeFinding);
		report.backEnds().forEach(this::writeBackEnd);
		writeConclusion();
	}

	private void writeHeadline() {
		String what = switch (this.report.mode()) {
			case PLAN -> "Plan for '%s': what would be done. Nothing was changed.";
			case VERIFY -> "Verification of '%s'. Nothing was changed.";
			default -> "Groundwork of '%s'.";
		};
		line(AnsiStyle.BOLD, what.formatted(this.report.application()));
	}

	private void writeFinding(LintFinding finding) {
		AnsiElement color = (finding.severity() == LintSeverity.ERROR) ? AnsiColor.RED : AnsiColor.YELLOW;
		this.lines.add("");
		line(color, "%s: %s  [%s]".formatted(finding.severity().name().toLowerCase(Locale.ROOT),
				finding.violation().subject(), finding.rule()));
		detail(finding.violation().cause());
		detail("declared by " + finding.violation().source());
		detail(finding.violation().remedy());
	}

	private void writeBackEnd(PlannedBackEnd backEnd) {
		this.lines.add("");
		line(AnsiStyle.BOLD, backEnd.backEnd());
		backEnd.failures().forEach(this::writeFailure);
		backEnd.steps(Change.values()).forEach((step) -> writeStep(backEnd, step));
	}

	private void writeFailure(Diagnosis failure) {
		line(AnsiColor.RED, "  cannot tell: " + failure.subject());
		writeDiagnosis(failure);
	}

	private void writeDiagnosis(Diagnosis diagnosis) {
		detail(diagnosis.cause());
		detail(diagnosis.evidence());
		detail(diagnosis.remedy());
	}

	private void writeStep(PlannedBackEnd backEnd, Step step) {
		line(color(step.change()), "  %s %s".formatted(step.change().getSymbol(), step.id()));
		if (step.change() == Change.NONE && step.notes().isEmpty()) {
			return;
		}
		detail("declared by " + step.declaration().source());
		switch (step.change()) {
			case CREATE -> writeAttributes(step);
			case AWAIT -> detail("is missing, and somebody else creates it");
			default -> step.differences().forEach((difference) -> detail(describe(step.change(), difference)));
		}
		step.notes().forEach((note) -> detail("note: " + note));
		Diagnosis explanation = backEnd.explanations().get(step.id());
		if (explanation != null) {
			detail(explanation.cause());
			detail(explanation.remedy());
		}
	}

	private static String describe(Change change, Difference difference) {
		return (change == Change.DRIFT) ? difference.toString() : "%s: %s → %s".formatted(difference.attribute(),
				display(difference.found()), display(difference.expected()));
	}

	private static String display(@Nullable Object value) {
		return (value != null) ? value.toString() : "none";
	}

	private void writeAttributes(Step step) {
		Map<String, Object> attributes = new TreeMap<>(step.declaration().resource().attributes());
		attributes.entrySet()
			.stream()
			.limit(MAX_ATTRIBUTES)
			.forEach((attribute) -> detail(attribute.getKey() + ": " + attribute.getValue()));
		if (attributes.size() > MAX_ATTRIBUTES) {
			detail("… and %d more".formatted(attributes.size() - MAX_ATTRIBUTES));
		}
	}

	private void writeConclusion() {
		this.lines.add("");
		if (this.report.backEnds().isEmpty()) {
			boolean refused = this.report.exitCode() != ProvisioningReport.DONE;
			line(AnsiStyle.BOLD, refused ? "No server was asked: correct the errors first." : "Nothing is declared.");
			return;
		}
		line(AnsiStyle.BOLD, counts());
		if (this.report.count(Change.ASSERT) > 0 && this.report.mode() == ProvisioningMode.PLAN) {
			detail("? is declared again without effect if it is there: it cannot be read.");
		}
	}

	private String counts() {
		String counts = Arrays.stream(Change.values())
			.filter((change) -> this.report.count(change) > 0)
			.map((change) -> "%d %s".formatted(this.report.count(change), wording(change)))
			.collect(Collectors.joining(", "));
		long unknown = this.report.backEnds().stream().filter((backEnd) -> !backEnd.failures().isEmpty()).count();
		String failed = (unknown > 0)
				? "%d of %d back ends cannot tell".formatted(unknown, this.report.backEnds().size()) : "";
		return String.join(", ", Stream.of(counts, failed).filter((part) -> !part.isEmpty()).toList()) + ".";
	}

	private String wording(Change change) {
		boolean done = this.report.mode() == ProvisioningMode.APPLY;
		return switch (change) {
			case NONE -> "unchanged";
			case CREATE -> done ? "created" : "to create";
			case UPDATE -> done ? "updated" : "to update";
			case MIGRATE -> done ? "migrated" : "to migrate";
			case ASSERT -> done ? "asserted" : "to assert";
			case AWAIT -> "awaited";
			case DRIFT -> "drifted";
		};
	}

	private static AnsiElement color(Change change) {
		return switch (change) {
			case NONE, ASSERT -> AnsiStyle.FAINT;
			case CREATE -> AnsiColor.GREEN;
			case UPDATE, MIGRATE, AWAIT -> AnsiColor.YELLOW;
			case DRIFT -> AnsiColor.RED;
		};
	}

	private void line(AnsiElement style, String text) {
		this.lines.add(AnsiOutput.toString(style, text, AnsiStyle.NORMAL));
	}

	private void detail(String text) {
		text.lines().filter((line) -> !line.isBlank()).forEach((line) -> this.lines.add(DETAIL + line));
	}

	@Override
	public String toString() {
		return String.join(System.lineSeparator(), this.lines) + System.lineSeparator();
	}

}
