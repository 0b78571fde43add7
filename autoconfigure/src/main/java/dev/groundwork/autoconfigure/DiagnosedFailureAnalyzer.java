package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * {@link AbstractFailureAnalyzer} for {@link DiagnosedException}.
 */
class DiagnosedFailureAnalyzer extends AbstractFailureAnalyzer<DiagnosedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DiagnosedException cause) {
		List<Diagnosis> diagnoses = cause.getDiagnoses();
		List<String> description = new ArrayList<>();
		description.add("The groundwork cannot be laid:");
		Map<String, List<String>> remedies = new LinkedHashMap<>();
		for (int i = 0; i < diagnoses.size(); i++) {
			Diagnosis diagnosis = diagnoses.get(i);
			String number = (diagnoses.size() > 1) ? "%d. ".formatted(i + 1) : "";
			description.add("");
			description.add(indent(number + diagnosis.subject()));
			description.add(indent("    " + diagnosis.cause()));
			description.add(indent("    " + diagnosis.evidence()));
			remedies.computeIfAbsent(diagnosis.remedy(), (remedy) -> new ArrayList<>()).add(number);
		}
		return new FailureAnalysis(String.join(System.lineSeparator(), description), action(remedies), cause);
	}

	private static String action(Map<String, List<String>> remedies) {
		List<String> lines = new ArrayList<>();
		remedies.forEach((remedy, numbers) -> lines.add(String.join("", numbers) + remedy));
		return String.join(System.lineSeparator(), lines);
	}

	private static String indent(String text) {
		return text.lines().map((line) -> "  " + line).collect(Collectors.joining(System.lineSeparator()));
	}

}
