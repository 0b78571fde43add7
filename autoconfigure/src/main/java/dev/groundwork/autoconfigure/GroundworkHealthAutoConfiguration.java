package dev.groundwork.autoconfigure;

import java.lang.management.ManagementFactory;
import java.time.Instant;

import dev.groundwork.readiness.LivenessHealth;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessGroupPostProcessor;
import dev.groundwork.readiness.ReadinessHealth;
import dev.groundwork.report.GroundworkEndpoint;
import dev.groundwork.report.GroundworkEndpointWebExtension;
import dev.groundwork.report.GroundworkReports;
import dev.groundwork.report.StartupPageHints;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what Actuator shows.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = GroundworkAutoConfiguration.class,
		afterName = "org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration")
@ConditionalOnBean(name = "groundworkReports")
public final class GroundworkHealthAutoConfiguration {

	/**
	 * Readiness in the health endpoint.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HealthEndpointGroupsPostProcessor.class)
	static class HealthConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "groundworkHealthContributor", search = SearchStrategy.CURRENT)
		ReadinessHealth groundworkHealthContributor(Readiness readiness) {
			return new ReadinessHealth(readiness);
		}

		@Bean
		ReadinessGroupPostProcessor groundworkReadinessGroupPostProcessor(Environment environment) {
			return new ReadinessGroupPostProcessor(
					environment.getProperty("groundwork.readiness.web-server.liveness", Boolean.class, false));
		}

		@Bean
		@ConditionalOnBooleanProperty("groundwork.readiness.web-server.liveness")
		@ConditionalOnMissingBean(name = "groundworkLivenessHealthContributor", search = SearchStrategy.CURRENT)
		LivenessHealth groundworkLivenessHealthContributor(Readiness readiness) {
			return new LivenessHealth(readiness);
		}

	}

	/**
	 * The endpoint of our own.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	@ImportRuntimeHints(StartupPageHints.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
		@ConditionalOnAvailableEndpoint
		GroundworkEndpoint groundworkEndpoint(GroundworkReports reports) {
			return new GroundworkEndpoint(reports);
		}

		@Bean
		@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
		@ConditionalOnBean(GroundworkEndpoint.class)
		@ConditionalOnAvailableEndpoint(endpoint = GroundworkEndpoint.class, exposure = EndpointExposure.WEB)
		GroundworkEndpointWebExtension groundworkEndpointWebExtension(GroundworkEndpoint endpoint,
				Environment environment) {
			return new GroundworkEndpointWebExtension(endpoint,
					environment.getProperty("spring.application.name", "application"),
					Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
		}

	}

}
