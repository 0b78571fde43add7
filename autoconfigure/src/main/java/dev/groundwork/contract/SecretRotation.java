package dev.groundwork.contract;

import java.time.Instant;
import java.util.List;

/**
 * That the value of a secret changed in its file while the application was running.
 *
 * @param property the canonical name of the property
 * @param place where the value stands, for people
 * @param noticed when the change was noticed
 * @param findings what is wrong with the new value, so that it is refused; empty if it
 * keeps the contract
 * @since 0.1.0
 */
public record SecretRotation(String property, String place, Instant noticed, List<Finding> findings) {

	public SecretRotation {
		findings = List.copyOf(findings);
	}

	/**
	 * Return whether the new value keeps the contract.
	 * @return whether the application was offered the new value
	 */
	public boolean accepted() {
		return this.findings.isEmpty();
	}

	/**
	 * Return what happened, in one sentence and without the value.
	 * @return the sentence
	 */
	public String summary() {
		return accepted()
				? "changed at " + this.place
						+ ": the new value is valid; the application still uses the value of the start unless it "
						+ "handles SecretRotatedEvent"
				: "changed at " + this.place + ": the new value is refused, as it " + this.findings.get(0).reason()
						+ "; the application goes on with the value that it has";
	}

}
