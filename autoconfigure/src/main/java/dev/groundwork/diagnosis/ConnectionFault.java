package dev.groundwork.diagnosis;

/**
 * A way in which reaching a server fails.
 *
 * @param kind whether it is worth trying again
 * @param cause why it fails
 * @param remedy what to do about it
 */
record ConnectionFault(FailureKind kind, String cause, String remedy) {

	static ConnectionFault passing(String cause, String remedy) {
		return new ConnectionFault(FailureKind.TRANSIENT, cause, remedy);
	}

	static ConnectionFault lasting(String cause, String remedy) {
		return new ConnectionFault(FailureKind.PERMANENT, cause, remedy);
	}

	Diagnosis diagnose(String server, String evidence) {
		return new Diagnosis(this.kind, server, this.cause, evidence, this.remedy);
	}

}
