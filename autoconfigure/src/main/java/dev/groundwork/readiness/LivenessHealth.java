package dev.groundwork.readiness;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health indicator that is down while only a restart helps. Reads a snapshot only.
 *
 * @since 0.1.0
 */
public final class LivenessHealth implements HealthIndicator {

	/**
	 * Name of the contributor.
	 */
	public static final String NAME = "groundworkLiveness";

	private final Readiness readiness;

	/**
	 * Create a new {@link LivenessHealth} instance.
	 * @param readiness what is known about the application
	 */
	public LivenessHealth(Readiness readiness) {
		this.readiness = readiness;
	}

	@Override
	public Health health() {
		return this.readiness.isBroken() ? Health.down().build() : Health.up().build();
	}

}
