package dev.groundwork.readiness;

/**
 * What the loss of a dependency means for readiness.
 *
 * @since 0.1.0
 */
public enum DependencyPolicy {

	/**
	 * The application is not ready before the dependency has been up once. If it is lost
	 * later, the application is degraded and still takes requests: what all replicas
	 * share would otherwise take every one of them out of service.
	 */
	STARTUP,

	/**
	 * The application is ready only while the dependency is not down.
	 */
	STRICT,

	/**
	 * The dependency is shown and does not count.
	 */
	IGNORE

}
