package dev.groundwork.diagnosis;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Exception whose causes are known, all of them at once.
 *
 * @since 0.1.0
 */
public class DiagnosedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Diagnosis> diagnoses;

	/**
	 * Create a new {@link DiagnosedException} instance.
	 * @param diagnosis what is known about the failure
	 * @param cause the original failure or {@code null}
	 */
	public DiagnosedException(Diagnosis diagnosis, @Nullable Throwable cause) {
		this(List.of(diagnosis), cause);
	}

	/**
	 * Create a new {@link DiagnosedException} instance.
	 * @param diagnoses what is known about each failure, at least one
	 * @param cause the original failure or {@code null}
	 */
	public DiagnosedException(List<Diagnosis> diagnoses, @Nullable Throwable cause) {
		super(diagnoses.stream().map(Diagnosis::summary).collect(Collectors.joining("; ")), cause);
		this.diagnoses = List.copyOf(diagnoses);
	}

	/**
	 * Return what is known about each failure.
	 * @return at least one diagnosis
	 */
	public List<Diagnosis> getDiagnoses() {
		return this.diagnoses;
	}

	/**
	 * Return the kind that decides: permanent before blocked before transient.
	 * @return the worst kind
	 */
	public FailureKind getKind() {
		return this.diagnoses.stream().map(Diagnosis::kind).max(Enum::compareTo).orElse(FailureKind.PERMANENT);
	}

}
