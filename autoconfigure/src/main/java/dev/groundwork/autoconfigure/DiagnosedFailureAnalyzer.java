package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
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
		List<String> action = new ArrayList<>();
		for (int i = 0; i < diagnoses.size(); i++) {
			Diagnosis diagnosis = diagnoses.get(i);
			String number = (diagnoses.size() > 1) ? "%d. ".formatted(i + 1) : "";
			description.add("");
			description.add(indent(number + diagnosis.subject()));
			description.add(indent("    " + diagnosis.cause()));
			description.add(indent("    " + diagnosis.evidence()));
			action.add(number + diagnosis.remedy());
		}
		return new FailureAnalysis(String.join(System.lineSeparator(), description),
				String.join(System.lineSeparator(), action), cause);
	}

	private static String indent(String text) {
		return text.lines().map((line) -> "  " + line).collect(Collectors.joining(System.lineSeparator()));
	}

}
