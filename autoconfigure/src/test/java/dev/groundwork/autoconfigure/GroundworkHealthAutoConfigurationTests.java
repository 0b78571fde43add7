package dev.groundwork.autoconfigure;

import dev.groundwork.readiness.ReadinessGate;
import dev.groundwork.readiness.ReadinessGroupPostProcessor;
import dev.groundwork.readiness.ReadinessHealth;
import dev.groundwork.report.GroundworkEndpoint;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroundworkHealthAutoConfiguration}.
 */
class GroundworkHealthAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(EndpointAutoConfiguration.class, ApplicationAvailabilityAutoConfiguration.class,
						HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class,
						HealthEndpointAutoConfiguration.class, AvailabilityProbesAutoConfiguration.class,
						GroundworkAutoConfiguration.class, GroundworkHealthAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=health,groundwork",
				"management.endpoint.health.probes.enabled=true");

	@Test
	void configuresContributorAndEndpoint() {
		this.contextRunner.run((context) -> assertThat(context).hasBean("groundworkHealthContributor")
			.hasSingleBean(ReadinessHealth.class)
			.hasSingleBean(ReadinessGroupPostProcessor.class)
			.hasSingleBean(GroundworkEndpoint.class));
	}

	@Test
	void whenGroundworkIsOffBacksOff() {
		this.contextRunner.withPropertyValues("groundwork.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ReadinessHealth.class)
				.doesNotHaveBean(GroundworkEndpoint.class));
	}

	@Test
	void whenUserDefinesTheContributorBacksOff() {
		this.contextRunner
			.withBean("groundworkHealthContributor", HealthIndicator.class, () -> () -> Health.up().build())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ReadinessHealth.class));
	}

	@Test
	void whenHealthIsAbsentConfiguresTheEndpointOnly() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class, GroundworkAutoConfiguration.class,
					GroundworkHealthAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=groundwork")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ReadinessHealth.class)
				.hasSingleBean(GroundworkEndpoint.class));
	}

	@Test
	void whenActuatorIsAbsentBacksOff() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(GroundworkAutoConfiguration.class, GroundworkHealthAutoConfiguration.class))
			.withClassLoader(
					new FilteredClassLoader("org.springframework.boot.health", "org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(GroundworkEndpoint.class));
	}

	@Test
	void endpointThatIsNotExposedIsNotThere() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).hasSingleBean(ReadinessHealth.class)
				.doesNotHaveBean(GroundworkEndpoint.class));
	}

	@Test
	void readinessGroupShowsTheGates() {
		ReadinessGate gate = new ReadinessGate("migration");
		this.contextRunner.withBean(ReadinessGate.class, () -> gate)
			.withPropertyValues("management.endpoint.health.group.readiness.include=ping")
			.run((context) -> {
				HealthEndpoint endpoint = context.getBean(HealthEndpoint.class);
				assertThat(status(endpoint, "readiness")).isEqualTo(Status.OUT_OF_SERVICE);
				gate.open();
				assertThat(status(endpoint, "readiness")).isEqualTo(Status.UP);
			});
	}

	private static Status status(HealthEndpoint endpoint, String group) {
		HealthDescriptor health = endpoint.healthForPath(group);
		assertThat(health).isNotNull();
		return health.getStatus();
	}

}
