package dev.groundwork.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.SecretRotation;

/**
 * What is known of secrets that changed while the application was running. Thread-safe.
 */
final class SecretRotations {

	private final Map<String, SecretRotation> rotations = new ConcurrentHashMap<>();

	void add(SecretRotation rotation) {
		this.rotations.put(rotation.property(), rotation);
	}

	/**
	 * Forget that a value was refused, after it was taken back.
	 * @param property the name of the property
	 */
	void remove(String property) {
		this.rotations.remove(property);
	}

	/**
	 * Add what is known to a status.
	 * @param status the status of the start
	 * @return the status of now
	 */
	ContractStatus addTo(ContractStatus status) {
		return status.withRotations(this.rotations);
	}

}
