package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiagnosedFailureAnalyzer}.
 */
class DiagnosedFailureAnalyzerTests {

	private static final Diagnosis QUEUE = new Diagnosis(FailureKind.PERMANENT,
			"queue 'orders' (declared by bean 'orders')", "exists with other attributes than declared",
			"durable: expected 'true', found 'false'", "Declare it as found.");

	private static final Diagnosis INDEX = new Diagnosis(FailureKind.PERMANENT, "index 'documents'",
			"a privilege is missing", "HTTP 403", "Grant it:\n    create_index");

	@Test
	void oneProblemIsShownWithCauseEvidenceAndRemedy() {
		FailureAnalysis analysis = analyze(new DiagnosedException(QUEUE, null));
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
				The groundwork cannot be laid:

				  queue 'orders' (declared by bean 'orders')
				      exists with other attributes than declared
				      durable: expected 'true', found 'false'""");
		assertThat(analysis.getAction()).isEqualTo("Declare it as found.");
	}

	@Test
	void severalProblemsAreNumbered() {
		FailureAnalysis analysis = analyze(new DiagnosedException(List.of(QUEUE, INDEX), null));
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
				The groundwork cannot be laid:

				  1. queue 'orders' (declared by bean 'orders')
				      exists with other attributes than declared
				      durable: expected 'true', found 'false'

				  2. index 'documents'
				      a privilege is missing
				      HTTP 403""");
		assertThat(analysis.getAction()).isEqualToNormalizingNewlines("""
				1. Declare it as found.
				2. Grant it:
				    create_index""");
	}

	@Test
	void remedyOfSeveralProblemsIsSaidOnce() {
		FailureAnalysis analysis = analyze(new DiagnosedException(List.of(QUEUE, INDEX, QUEUE), null));
		assertThat(analysis.getAction()).isEqualToNormalizingNewlines("""
				1. 3. Declare it as found.
				2. Grant it:
				    create_index""");
	}

	@Test
	void failureIsFoundUnderOthers() {
		DiagnosedException failure = new DiagnosedException(QUEUE, null);
		assertThat(analyze(new IllegalStateException(failure)).getCause()).isSameAs(failure);
	}

	private static FailureAnalysis analyze(Throwable failure) {
		@Nullable FailureAnalysis analysis = new DiagnosedFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		return analysis;
	}

}
