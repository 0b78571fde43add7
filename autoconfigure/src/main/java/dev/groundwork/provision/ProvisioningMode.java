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
	 * Do nothing at all, as if Groundwork was not there.
	 */
	OFF

}
