package dev.groundwork.readiness;

import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * What a check may find.
 */
final class Found {

	static final List<Diagnosis> NOTHING = List.of();

	static final List<Diagnosis> BUSY = List.of(of(FailureKind.BLOCKED, "busy"));

	static final List<Diagnosis> LOST = List.of(of(FailureKind.TRANSIENT, "connection refused"));

	private Found() {
	}

	static Diagnosis of(FailureKind kind, String cause) {
		return new Diagnosis(kind, "server", cause, "seen", "Start it.");
	}

	static List<Diagnosis> of(DependencyStatus status) {
		return switch (status) {
			case UP, UNKNOWN -> NOTHING;
			case DEGRADED -> BUSY;
			case DOWN -> LOST;
		};
	}

}
