package dev.groundwork.provision;

/**
 * What to do about the resources a service needs.
 *
 * @since 0.1.0
 */
public enum ProvisioningMode {

	/**
	 * Create what is missing and change what can be changed in place, then read it back.
	 */
	APPLY,

	/**
	 * Create nothing: wait until everything is there. Needs no right to create.
	 */
	VERIFY,

	/**
	 * Do nothing at all, as if Groundwork was not there.
	 */
	OFF

}
