package dev.groundwork.diagnosis;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiagnosedException}.
 */
class DiagnosedExceptionTests {

	@Test
	void messageNamesEverySubjectAndCause() {
		DiagnosedException failure = new DiagnosedException(
				List.of(diagnosis(FailureKind.PERMANENT, "queue 'a'"), diagnosis(FailureKind.BLOCKED, "index 'b'")),
				null);
		assertThat(failure).hasMessage("queue 'a': it broke; index 'b': it broke");
	}

	@ParameterizedTest
	@CsvSource({ "TRANSIENT, TRANSIENT, TRANSIENT", "TRANSIENT, BLOCKED, BLOCKED", "BLOCKED, PERMANENT, PERMANENT",
			"PERMANENT, TRANSIENT, PERMANENT" })
	void worstKindDecides(FailureKind first, FailureKind second, FailureKind worst) {
		DiagnosedException failure = new DiagnosedException(List.of(diagnosis(first, "a"), diagnosis(second, "b")),
				null);
		assertThat(failure.getKind()).isEqualTo(worst);
	}

	@Test
	void failureWithoutDiagnosisIsPermanent() {
		assertThat(new DiagnosedException(List.of(), null).getKind()).isEqualTo(FailureKind.PERMANENT);
	}

	@Test
	void originalFailureIsKept() {
		Exception cause = new IllegalStateException("original");
		assertThat(new DiagnosedException(diagnosis(FailureKind.PERMANENT, "a"), cause)).hasCause(cause);
	}

	@Test
	void diagnosesDoNotChange() {
		List<Diagnosis> diagnoses = new ArrayList<>(List.of(diagnosis(FailureKind.TRANSIENT, "a")));
		DiagnosedException failure = new DiagnosedException(diagnoses, null);
		diagnoses.clear();
		assertThat(failure.getDiagnoses()).hasSize(1).isUnmodifiable();
	}

	private static Diagnosis diagnosis(FailureKind kind, String subject) {
		return new Diagnosis(kind, subject, "it broke", "evidence", "remedy");
	}

}
