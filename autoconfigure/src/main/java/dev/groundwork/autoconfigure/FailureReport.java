package dev.groundwork.autoconfigure;

import dev.groundwork.diagnosis.DiagnosedException;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Reports a failure where Spring Boot does not get to report it, to every reporter that
 * Spring Boot would have told.
 */
final class FailureReport {

	private FailureReport() {
	}

	static void print(DiagnosedException failure) {
		FailureAnalysis analysis = new DiagnosedFailureAnalyzer().analyze(failure);
		if (analysis != null) {
			SpringFactoriesLoader.forDefaultResourceLocation()
				.load(FailureAnalysisReporter.class)
				.forEach((reporter) -> reporter.report(analysis));
		}
	}

}
