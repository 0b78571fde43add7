package dev.groundwork.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the health indicators of the application.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = "groundwork.health", ignoreUnknownFields = false)
public class HealthProperties {

	/**
	 * Which health indicators are asked in the background only, so that none of them can
	 * hold up a probe.
	 */
	private Isolate isolate = Isolate.PROBES;

	public Isolate getIsolate() {
		return this.isolate;
	}

	public void setIsolate(Isolate isolate) {
		this.isolate = isolate;
	}

	/**
	 * Which health indicators are isolated.
	 */
	public enum Isolate {

		/**
		 * The members of the readiness and the liveness group.
		 */
		PROBES,

		/**
		 * All of them.
		 */
		ALL,

		/**
		 * None of them.
		 */
		NONE

	}

}
