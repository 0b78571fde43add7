package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.groundwork.contract.ContractReport;
import dev.groundwork.contract.ContractStatus.Topic;
import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Production;
import dev.groundwork.contract.Severity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Prints all findings of a {@link ContractViolationException} for a terminal of 100
 * columns.
 */
final class ContractViolationFailureAnalyzer extends AbstractFailureAnalyzer<ContractViolationException> {

	private static final int WIDTH = 100;

	private static final String ACTION = "The arrows say what to type. No value of a property is shown here."
			+ " A rule, in brackets,%nis given another severity by 'groundwork.contract.rules.<rule>', one of error, "
			+ "warning, off.";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ContractViolationException cause) {
		ContractReport report = cause.report();
		List<String> lines = new ArrayList<>();
		lines.add("The configuration breaks its contract: %s. Nothing was started.".formatted(counts(report)));
		Production production = report.status().production();
		if (production != null) {
			lines.addAll(wrapped("", production.toString(), " ".repeat(4)));
		}
		new Listing(report.findings().size(), lines).addAll(report.status().byTopic());
		return new FailureAnalysis(String.join(System.lineSeparator(), lines), ACTION.formatted(), cause);
	}

	private static String counts(ContractReport report) {
		String errors = count(report.errors().size(), "error");
		return report.warnings().isEmpty() ? errors : errors + ", " + count(report.warnings().size(), "warning");
	}

	private static String count(int count, String what) {
		return count + " " + what + ((count == 1) ? "" : "s");
	}

	private static List<String> wrapped(String start, String text, String indent) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(start);
		int empty = start.length();
		for (String word : text.split(" ")) {
			if (line.length() > empty && line.length() + 1 + word.length() > WIDTH) {
				lines.add(line.toString());
				line.setLength(0);
				line.append(indent);
				empty = indent.length();
			}
			line.append((line.length() > empty) ? " " : "").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

	/**
	 * The findings under their titles, numbered from the first to the last.
	 */
	private static final class Listing {

		private final List<String> lines;

		private final int digits;

		private int number;

		Listing(int size, List<String> lines) {
			this.lines = lines;
			this.digits = String.valueOf(size).length() + 2;
		}

		void addAll(Map<Topic, List<Finding>> topics) {
			topics.forEach((topic, findings) -> addAll(topic.title(), findings, Severity.ERROR));
			addAll("Warnings: these alone would not keep it from starting",
					topics.values().stream().flatMap(List::stream).toList(), Severity.WARNING);
		}

		private void addAll(String title, List<Finding> findings, Severity severity) {
			List<Finding> own = findings.stream().filter((finding) -> finding.severity() == severity).toList();
			if (!own.isEmpty()) {
				this.lines.add("");
				this.lines.add(title);
				own.forEach(this::add);
			}
		}

		private void add(Finding finding) {
			String number = ("%" + this.digits + "d. ").formatted(++this.number);
			String indent = " ".repeat(number.length());
			this.lines.add("%s%s  [%s]".formatted(number, finding.property(), finding.rule()));
			this.lines.addAll(wrapped(indent, finding.reason(), indent));
			if (finding.place() != null) {
				this.lines.add(indent + "at " + finding.place());
			}
			String start = indent + "→ ";
			for (String line : finding.remedy().lines().toList()) {
				// what is to be copied stands on indented lines, and stays as it is
				this.lines
					.addAll(line.startsWith(" ") ? List.of(indent + "  " + line) : wrapped(start, line, indent + "  "));
				start = indent + "  ";
			}
		}

	}

}
