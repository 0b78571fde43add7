package dev.groundwork.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnknownPropertyRefusal}.
 */
class UnknownPropertyRefusalTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GroundworkAutoConfiguration.class));

	@Test
	void propertyThatNothingReadsIsRefusedByName() {
		this.contextRunner.withPropertyValues("groundwork.probe.port=9000", "groundwork.startpu.deadline=1m")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("groundwork.probe.port")
				.hasStackTraceContaining("groundwork.startpu.deadline"));
	}

	@Test
	void propertiesOfGroundworkAndOfOthersAreAccepted() {
		this.contextRunner
			.withPropertyValues("groundwork.enabled=true", "groundwork.mode=apply", "groundwork.startup.deadline=1m",
					"groundwork.contract.enabled=true", "groundwork.rabbitmq.exchanges[0].name=events",
					"groundwork.websocket.enabled=true", "groundworks.anything=1")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void environmentOfTheMachineIsNotAskedFor() {
		this.contextRunner.withSystemProperties("groundwork.local.infrastructure=process")
			.run((context) -> assertThat(context).hasNotFailed());
	}

}
