package dev.groundwork.autoconfigure;

import dev.groundwork.diagnosis.DiagnosedException;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Reports a failure where Spring Boot does not get to report it: to every reporter that
 * Spring Boot would have told, and where Kubernetes shows it.
 *
 * @param environment has the place of the termination message
 */
record FailureReport(Environment environment) {

	void print(DiagnosedException failure) {
		FailureAnalysis analysis = new DiagnosedFailureAnalyzer().analyze(failure);
		if (analysis != null) {
			SpringFactoriesLoader.forDefaultResourceLocation()
				.load(FailureAnalysisReporter.class)
				.forEach((reporter) -> reporter.report(analysis));
		}
		TerminationMessageFiles.of(this.environment).write(failure.getDiagnoses());
	}

}
