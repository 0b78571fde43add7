package dev.groundwork.diagnosis;

/**
 * What is known about a failure.
 *
 * @param kind whether it is worth trying again
 * @param subject what failed, with the place where it was declared
 * @param cause why it failed, in one sentence
 * @param evidence what was expected and found, or what the server said; passwords in it
 * are hidden
 * @param remedy what to do about it: the exact property, command or request
 * @since 0.1.0
 */
public record Diagnosis(FailureKind kind, String subject, String cause, String evidence, String remedy) {

	public Diagnosis {
		evidence = Credentials.hide(evidence);
	}

	/**
	 * Return whether trying again is pointless.
	 * @return whether the failure is permanent
	 */
	public boolean isPermanent() {
		return this.kind == FailureKind.PERMANENT;
	}

	/**
	 * Return the subject and the cause, for places that have room for one line.
	 * @return one line without the remedy
	 */
	public String summary() {
		return this.subject + ": " + this.cause;
	}

}
