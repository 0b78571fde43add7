package dev.groundwork.autoconfigure;

import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
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
		this.contextRunner.withPropertyValues("groundwork.probes.port=9000", "groundwork.startpu.deadline=1m")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(UnknownPropertyException.class)
				.hasMessageContaining("'groundwork.probes.port' (")
				.hasMessageContaining("'groundwork.startpu.deadline' ("));
	}

	@Test
	void valueOfPropertyThatNothingReadsIsNotShown() {
		this.contextRunner.withPropertyValues("groundwork.contracts.secret=planted-value").run((context) -> {
			assertThat(context).getFailure().hasMessageNotContaining("planted-value");
			Throwable failure = Objects.requireNonNull(context.getStartupFailure());
			FailureAnalysis analysis = Objects.requireNonNull(new UnknownPropertyFailureAnalyzer().analyze(failure));
			assertThat(analysis.getDescription()).contains("groundwork.contracts.secret")
				.doesNotContain("planted-value");
			assertThat(analysis.getAction()).isEqualTo("Correct the name or remove it. Under 'groundwork' there are "
					+ "contract, elasticsearch, enabled, exit, health, lint, mode, output, probe, rabbitmq, readiness, "
					+ "report, shutdown, startup, websocket.");
		});
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
