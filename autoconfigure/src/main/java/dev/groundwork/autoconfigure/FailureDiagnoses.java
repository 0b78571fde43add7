package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Finding;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.LintException;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * What is known about a failed start, if the failure is one that Groundwork explains. An
 * analysis of others is left out: it may quote the value of a property.
 */
final class FailureDiagnoses {

	private final ConfigurableApplicationContext context;

	FailureDiagnoses(ConfigurableApplicationContext context) {
		this.context = context;
	}

	List<Diagnosis> of(Throwable failure) {
		List<Diagnosis> diagnoses = new ArrayList<>();
		for (Throwable current = failure; current != null && diagnoses.isEmpty(); current = current.getCause()) {
			diagnoses.addAll(known(current));
		}
		return diagnoses.isEmpty() ? analyzed(failure) : diagnoses;
	}

	private static List<Diagnosis> known(Throwable failure) {
		if (failure instanceof DiagnosedException diagnosed) {
			return diagnosed.getDiagnoses();
		}
		if (failure instanceof ContractViolationException violation) {
			return violation.findings().stream().map(FailureDiagnoses::of).toList();
		}
		if (failure instanceof LintException lint) {
			return lint.getFindings()
				.stream()
				.filter((finding) -> finding.severity() == LintSeverity.ERROR)
				.map(FailureDiagnoses::of)
				.toList();
		}
		return List.of();
	}

	private static Diagnosis of(Finding finding) {
		return permanent("property '%s'".formatted(finding.property()),
				"%s  [%s]".formatted(finding.reason(), finding.rule()),
				(finding.place() != null) ? "at " + finding.place() : "", finding.remedy());
	}

	private static Diagnosis of(LintFinding finding) {
		return permanent(finding.violation().subject(),
				"%s  [%s]".formatted(finding.violation().cause(), finding.rule()),
				"declared by " + finding.violation().source(), finding.violation().remedy());
	}

	private List<Diagnosis> analyzed(Throwable failure) {
		return ownAnalyzers().map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.map(FailureDiagnoses::of)
			.stream()
			.toList();
	}

	private static Diagnosis of(FailureAnalysis analysis) {
		String description = analysis.getDescription().strip();
		int end = description.indexOf('\n');
		String subject = (end > 0) ? description.substring(0, end).strip() : description;
		String cause = (end > 0) ? description.substring(end).strip() : "See the log.";
		return permanent(subject, cause, "", Objects.requireNonNullElse(analysis.getAction(), "See the log."));
	}

	private Stream<FailureAnalyzer> ownAnalyzers() {
		ArgumentResolver arguments = ArgumentResolver.of(BeanFactory.class, this.context.getBeanFactory())
			.and(Environment.class, this.context.getEnvironment());
		return SpringFactoriesLoader.forDefaultResourceLocation(this.context.getClassLoader())
			.load(FailureAnalyzer.class, arguments, FailureHandler.logging(LogFactory.getLog(FailureDiagnoses.class)))
			.stream()
			.filter(FailureDiagnoses::isOwn);
	}

	private static boolean isOwn(FailureAnalyzer analyzer) {
		return analyzer.getClass().getPackageName().equals(FailureDiagnoses.class.getPackageName());
	}

	private static Diagnosis permanent(String subject, String cause, String evidence, String remedy) {
		return new Diagnosis(FailureKind.PERMANENT, subject, cause, evidence, remedy);
	}

}
