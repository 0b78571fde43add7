package dev.groundwork.autoconfigure;

import dev.groundwork.readiness.LivenessHealth;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessGroupPostProcessor;
import dev.groundwork.readiness.ReadinessHealth;
import dev.groundwork.report.GroundworkEndpoint;
import dev.groundwork.report.GroundworkReports;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
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
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what Actuator shows.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = GroundworkAutoConfiguration.class,
		afterName = "org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration")
@ConditionalOnBean(Readiness.class)
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
		@ConditionalOnMissingBean(name = "groundworkLivenessHealthContributor")
		LivenessHealth groundworkLivenessHealthContributor(Readiness readiness) {
			return new LivenessHealth(readiness);
		}

	}

	/**
	 * The endpoint of our own.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnAvailableEndpoint
		GroundworkEndpoint groundworkEndpoint(GroundworkReports reports) {
			return new GroundworkEndpoint(reports);
		}

	}

}
