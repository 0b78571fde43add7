package dev.groundwork.contract;

/**
 * Event published when the value of a secret under contract has changed in its file, and
 * the new value breaks the contract or is gone. Published on the thread of
 * {@link SecretRotatedEvent}.
 *
 * @param rotation what is wrong, without the value
 * @since 0.1.0
 */
public record SecretRotationRefusedEvent(SecretRotation rotation) {

	/**
	 * Return the canonical name of the property.
	 * @return the name
	 */
	public String property() {
		return this.rotation.property();
	}

}
