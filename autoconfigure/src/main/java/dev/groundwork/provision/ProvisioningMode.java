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
	 * Print what would be done and end the application: nothing is changed, no port is
	 * bound and no listener starts. The exit code is 0 if there is nothing to do, 2 if
	 * there is, and 1 if something drifted or it could not be told.
	 */
	PLAN,

	/**
	 * Check the contract of the configuration and what is declared, print everything that
	 * is wrong and end the application: no server is asked, nothing is changed, no port
	 * is bound and no listener starts. The exit code is 0 if nothing is wrong but
	 * warnings, 78 if the contract is broken, and 1 if a rule about what is declared is.
	 */
	DOCTOR,

	/**
	 * Do nothing at all, as if Groundwork was not there.
	 */
	OFF

}
