package dev.groundwork.autoconfigure;

import java.time.Duration;

import dev.groundwork.readiness.Readiness;
import dev.groundwork.startup.Startup;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the end of the application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = GroundworkAutoConfiguration.class)
@ConditionalOnGroundwork
@ConditionalOnBean(name = "groundworkReports")
@EnableConfigurationProperties(ShutdownProperties.class)
public final class GroundworkShutdownAutoConfiguration {

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final Duration ON_KUBERNETES = Duration.ofSeconds(5);

	@Bean
	ShutdownDrain groundworkShutdownDrain(ApplicationContext context, Readiness readiness, Startup startup,
			ShutdownProperties properties, Environment environment) {
		return new ShutdownDrain(context, readiness, startup, period(properties, environment));
	}

	private static Duration period(ShutdownProperties properties, Environment environment) {
		Duration period = properties.getDrainPeriod();
		if (period == null) {
			return CloudPlatform.KUBERNETES.isActive(environment) ? ON_KUBERNETES : Duration.ZERO;
		}
		if (period.isNegative() || period.compareTo(LONGEST) > 0) {
			throw new InvalidConfigurationPropertyValueException("groundwork.shutdown.drain-period", period,
					"It must be between 0 and 5m.");
		}
		return period;
	}

}
