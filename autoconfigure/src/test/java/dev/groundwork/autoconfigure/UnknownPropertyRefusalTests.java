package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
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
				.isInstanceOf(ContractViolationException.class)
				.hasMessageContaining("groundwork.probes.port: is set and nothing reads it (")
				.hasMessageContaining("groundwork.startpu.deadline: is set and nothing reads it ("));
	}

	@Test
	void nearestNameIsTold() {
		this.contextRunner.withPropertyValues("groundwork.startpu.deadline=1m", "groundwork.other=x")
			.run((context) -> assertThat(remedies(context)).containsExactlyInAnyOrder(
					"Did you mean 'groundwork.startup'?",
					"Correct the name or remove it. Under 'groundwork' there are contract, elasticsearch, enabled, exit, "
							+ "health, lint, mode, output, probe, rabbitmq, readiness, report, shutdown, startup, "
							+ "websocket."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "groundwork.contracts.secret=planted-value", "groundwork.startup.secret=planted-value",
			"groundwork.probe.port=planted-value", "groundwork.mode=planted-value" })
	void valueIsNotShownThoughThereIsNoContract(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(ContractViolationException.class)
				.hasMessageContaining(property.substring(0, property.indexOf('=')))
				.hasStackTraceContaining("groundwork")
				.hasMessageNotContaining("planted-value"));
	}

	@Test
	void withAContractThereIsOneReport() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(GroundworkContractAutoConfiguration.class))
			.withPropertyValues("groundwork.contracts.secret=planted-value", "groundwork.startup.secret=planted-value",
					"groundwork.contract.rules.invalid-property=off",
					"groundwork.contract.secrets[0].property=app.jwt.secret")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("groundwork.contracts.secret")
				.hasMessageContaining("groundwork.startup.secret")
				.hasMessageContaining("app.jwt.secret"));
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

	private static List<String> remedies(AssertableApplicationContext context) {
		assertThat(context.getStartupFailure()).isInstanceOf(ContractViolationException.class);
		return ((ContractViolationException) context.getStartupFailure()).findings()
			.stream()
			.map(Finding::remedy)
			.toList();
	}

}
