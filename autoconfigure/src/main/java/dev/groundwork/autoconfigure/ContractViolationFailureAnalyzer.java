package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Finding;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Prints all findings of a {@link ContractViolationException} for a terminal of 100
 * columns.
 */
final class ContractViolationFailureAnalyzer extends AbstractFailureAnalyzer<ContractViolationException> {

	private static final int WIDTH = 90;

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ContractViolationException cause) {
		List<Finding> findings = cause.findings();
		String description = "The configuration breaks its contract in " + findings.size()
				+ ((findings.size() == 1) ? " place:%n%n" : " places:%n%n").formatted()
				+ numbered(findings, ContractViolationFailureAnalyzer::description)
				+ "%n%nNothing was started. No value of a secret is shown here.".formatted();
		return new FailureAnalysis(description, numbered(findings, ContractViolationFailureAnalyzer::action), cause);
	}

	private static String numbered(List<Finding> findings, Function<Finding, List<String>> lines) {
		int width = String.valueOf(findings.size()).length() + 2;
		String separator = "%n".formatted();
		return IntStream.range(0, findings.size()).mapToObj((index) -> {
			String number = ("%" + width + "d. ").formatted(index + 1);
			String indent = separator + " ".repeat(number.length());
			return number + String.join(indent, lines.apply(findings.get(index)));
		}).collect(Collectors.joining(separator + separator));
	}

	private static List<String> description(Finding finding) {
		List<String> lines = new ArrayList<>();
		lines.add(finding.property() + "  [" + finding.rule() + "]");
		lines.addAll(wrapped(finding.reason()));
		if (finding.place() != null) {
			lines.add("at " + finding.place());
		}
		return lines;
	}

	private static List<String> action(Finding finding) {
		return Stream.concat(Stream.of(finding.property()), finding.remedy().lines()).toList();
	}

	private static List<String> wrapped(String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : text.split(" ")) {
			if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

}
