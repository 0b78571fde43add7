package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * Configuration properties for the end of the application.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = "groundwork.shutdown", ignoreUnknownFields = false)
public class ShutdownProperties {

	/**
	 * Time between the moment when readiness says no and the moment when listeners and
	 * the web server stop. Requests and messages are served meanwhile, at most 5m. If a
	 * duration suffix is not specified, seconds will be used. Defaults to 5s on
	 * Kubernetes, else to 0.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private @Nullable Duration drainPeriod;

	public @Nullable Duration getDrainPeriod() {
		return this.drainPeriod;
	}

	public void setDrainPeriod(@Nullable Duration drainPeriod) {
		this.drainPeriod = drainPeriod;
	}

}
