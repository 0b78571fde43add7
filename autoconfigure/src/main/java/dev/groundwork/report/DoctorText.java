package dev.groundwork.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Production;
import dev.groundwork.contract.RequiredSetting;
import dev.groundwork.contract.Severity;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ansi.AnsiColor;
import org.springframework.boot.ansi.AnsiElement;
import org.springframework.boot.ansi.AnsiOutput;
import org.springframework.boot.ansi.AnsiStyle;

/**
 * A {@link DoctorReport} for people at a terminal of 100 columns. What is to be typed
 * stands on lines of its own and is never broken, so that it can be copied.
 *
 * @since 0.1.0
 */
public final class DoctorText {

	private static final int WIDTH = 100;

	private static final String DETAIL = "      ";

	private final DoctorReport report;

	private final List<String> lines = new ArrayList<>();

	private int number;

	/**
	 * Create a new {@link DoctorText} instance.
	 * @param report the report
	 */
	public DoctorText(DoctorReport report) {
		this.report = report;
		line(AnsiStyle.BOLD, "Configuration of '%s'. No server was asked.".formatted(report.application()));
		writeProduction(report.contract().production());
		writeContract();
		writeLint();
		writeSettings();
		this.lines.add("");
		line(AnsiStyle.BOLD, conclusion());
	}

	private void writeProduction(@Nullable Production production) {
		if (production != null) {
			paragraph("",
					"Production: %s, because %s.".formatted(production.active() ? "yes" : "no", production.reason()));
		}
	}

	private void writeContract() {
		title("Contract");
		if (this.report.contract().allFindings().isEmpty()) {
			this.lines.add("  It holds.");
		}
		Stream.of(Severity.ERROR, Severity.WARNING)
			.forEach((severity) -> this.report.contractFindings(severity).forEach(this::write));
	}

	private void writeLint() {
		title("Lint");
		if (this.report.lint() == null) {
			paragraph("  ", "It was not run. " + DoctorReport.LINT_NOT_RUN);
		}
		else if (this.report.lint().isEmpty()) {
			this.lines.add("  Nothing is wrong with what is declared.");
		}
		Stream.of(LintSeverity.ERROR, LintSeverity.WARNING)
			.forEach((severity) -> this.report.lintFindings(severity).forEach(this::write));
	}

	private void write(Finding finding) {
		headline(finding.severity() == Severity.ERROR, finding.property(), finding.rule());
		paragraph(DETAIL, finding.reason());
		String place = finding.place();
		if (place != null) {
			this.lines.add(DETAIL + "at " + place);
		}
		remedy(finding.remedy());
	}

	private void write(LintFinding finding) {
		headline(finding.severity() == LintSeverity.ERROR, finding.violation().subject(), finding.rule());
		paragraph(DETAIL, finding.violation().cause());
		this.lines.add(DETAIL + "declared by " + finding.violation().source());
		remedy(finding.violation().remedy());
	}

	private void headline(boolean error, String subject, String rule) {
		line(error ? AnsiColor.RED : AnsiColor.YELLOW,
				"%4d. %s: %s  [%s]".formatted(++this.number, error ? "error" : "warning", subject, rule));
	}

	private void remedy(String remedy) {
		remedy.lines().filter((line) -> !line.isBlank()).forEach((line) -> {
			if (line.startsWith(" ")) {
				this.lines.add(DETAIL + line);
			}
			else {
				paragraph(DETAIL, line);
			}
		});
	}

	private void writeSettings() {
		title("Required");
		if (this.report.settings().isEmpty()) {
			this.lines.add("  The contract lists nothing.");
		}
		this.report.settings().forEach(this::write);
	}

	private void write(RequiredSetting setting) {
		boolean unset = setting.places().isEmpty();
		boolean wrong = !this.report.isSatisfied(setting) || (unset && setting.required());
		String symbol = wrong ? "!" : unset ? "-" : "+";
		String kind = setting.secret() ? ", secret" : "";
		String when = (setting.requiredWhen() != null) ? ", when " + setting.requiredWhen() : "";
		line(wrong ? AnsiColor.RED : unset ? AnsiStyle.FAINT : AnsiColor.GREEN,
				"  %s %s  (%s%s%s)".formatted(symbol, setting.property(), setting.variable(), kind, when));
		if (unset) {
			this.lines.add(DETAIL + (setting.required() ? "not set" : "not set, and not required as things stand"));
		}
		setting.places().forEach((place) -> this.lines.add(DETAIL + "from " + place));
	}

	private String conclusion() {
		long errors = this.report.contractFindings(Severity.ERROR).count()
				+ this.report.lintFindings(LintSeverity.ERROR).count();
		long warnings = this.report.contractFindings(Severity.WARNING).count()
				+ this.report.lintFindings(LintSeverity.WARNING).count();
		String counts = Stream.of(count(errors, "error"), count(warnings, "warning"))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(", "));
		return "%s. Exit code %d.".formatted(counts.isEmpty() ? "Nothing is wrong" : counts, this.report.exitCode());
	}

	private static String count(long count, String noun) {
		return (count == 0) ? "" : "%d %s%s".formatted(count, noun, (count == 1) ? "" : "s");
	}

	private void title(String title) {
		this.lines.add("");
		line(AnsiStyle.BOLD, title);
	}

	private void line(AnsiElement style, String text) {
		this.lines.add(AnsiOutput.toString(style, text, AnsiStyle.NORMAL));
	}

	private void paragraph(String indentation, String text) {
		StringBuilder line = new StringBuilder(indentation);
		for (String word : text.split("\\s+")) {
			if (line.length() > indentation.length() && line.length() + 1 + word.length() > WIDTH) {
				this.lines.add(line.toString());
				line = new StringBuilder(indentation);
			}
			line.append((line.length() > indentation.length()) ? " " : "").append(word);
		}
		this.lines.add(line.toString());
	}

	@Override
	public String toString() {
		return String.join(System.lineSeparator(), this.lines) + System.lineSeparator();
	}

}
