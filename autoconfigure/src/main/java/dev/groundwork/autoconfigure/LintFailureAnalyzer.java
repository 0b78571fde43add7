package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.plan.LintException;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * {@link AbstractFailureAnalyzer} for {@link LintException}.
 */
class LintFailureAnalyzer extends AbstractFailureAnalyzer<LintException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LintException cause) {
		List<String> description = new ArrayList<>(List.of("What is declared breaks the rules:"));
		Map<String, List<String>> remedies = new LinkedHashMap<>();
		int number = 0;
		for (LintFinding finding : cause.getFindings()) {
			String label = "%d. ".formatted(++number);
			String severity = (finding.severity() == LintSeverity.WARNING) ? ", warning" : "";
			description.add("");
			description.add("  %s%s (declared by %s)".formatted(label, finding.violation().subject(),
					finding.violation().source()));
			description.add("      %s  [%s%s]".formatted(finding.violation().cause(), finding.rule(), severity));
			remedies.computeIfAbsent(finding.violation().remedy(), (remedy) -> new ArrayList<>()).add(label);
		}
		description.add("");
		description.add("Nothing has connected to a server. "
				+ "Another severity for a rule: groundwork.lint.rules.<rule>: warning");
		List<String> action = new ArrayList<>();
		remedies.forEach((remedy, labels) -> action.add(String.join("", labels) + remedy));
		return new FailureAnalysis(String.join(System.lineSeparator(), description),
				String.join(System.lineSeparator(), action), cause);
	}

}
