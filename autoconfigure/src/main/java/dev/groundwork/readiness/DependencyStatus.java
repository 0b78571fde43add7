package dev.groundwork.readiness;

/**
 * Status of a dependency.
 *
 * @since 0.1.0
 */
public enum DependencyStatus {

	/**
	 * No check has ended yet.
	 */
	UNKNOWN,

	/**
	 * The dependency does what it should.
	 */
	UP,

	/**
	 * The dependency is there, and busy or short of something.
	 */
	DEGRADED,

	/**
	 * The dependency is lost.
	 */
	DOWN

}
