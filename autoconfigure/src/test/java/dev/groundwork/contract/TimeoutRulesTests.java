package dev.groundwork.contract;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnboundedTimeoutRule} and {@link TimeoutBeyondDeadlineRule}. The start
 * may take two minutes.
 */
class TimeoutRulesTests {

	private static final String UNBOUNDED = "unbounded-timeout";

	private static final String BEYOND_DEADLINE = "timeout-beyond-deadline";

	@ParameterizedTest
	@CsvSource({ "spring.elasticsearch.connection-timeout, 0", "spring.elasticsearch.socket-timeout, 0s",
			"spring.data.redis.timeout, -1", "spring.data.redis.connect-timeout, PT0S" })
	void waitForEverIsAWarning(String property, String value) {
		TestEnvironment environment = TestEnvironment.withYaml(property + ": " + value);
		assertThat(Deployments.find(UNBOUNDED, environment, Deployments.PLAIN)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.property()).isEqualTo(property);
			assertThat(finding.place()).contains("application.yml");
			assertThat(finding.remedy()).contains(property + ": 10s");
		});
		assertThat(Deployments.find(BEYOND_DEADLINE, environment, Deployments.PLAIN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "spring.elasticsearch.socket-timeout, 3m", "spring.data.redis.timeout, 120001",
			"spring.datasource.hikari.connection-timeout, 300000" })
	void waitThatIsLongerThanTheStartMayTakeIsAWarning(String property, String value) {
		TestEnvironment environment = TestEnvironment.withYaml(property + ": " + value);
		assertThat(Deployments.find(BEYOND_DEADLINE, environment, Deployments.PLAIN)).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.WARNING);
				assertThat(finding.property()).isEqualTo(property);
				assertThat(finding.reason()).contains("groundwork.startup.deadline");
			});
		assertThat(Deployments.find(UNBOUNDED, environment, Deployments.PLAIN)).isEmpty();
		assertThat(Deployments.find(BEYOND_DEADLINE, environment, Deployments.CONTAINER)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.data.redis.timeout: 2m", "spring.elasticsearch.socket-timeout: 30s",
			"spring.data.redis.timeout: soon", "spring.data.redis.timeout: ${TIMEOUT}" })
	void boundedAndUnreadableWaitsAreNotTold(String yaml) {
		assertNothingFound(yaml);
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.rabbitmq.connection-timeout: 0", "spring.rabbitmq.channel-rpc-timeout: 10m",
			"spring.datasource.hikari.connection-timeout: 0" })
	void whatLintFindsInTheClientIsNotToldTwice(String yaml) {
		assertNothingFound(yaml);
	}

	@Test
	void whatLintAllowsIsStillLongerThanAShortStart() {
		Deployment shortStart = new Deployment(Deployments.PRODUCTION, false, List.of(), null, Duration.ofSeconds(20),
				Set.of());
		assertThat(Deployments.find(BEYOND_DEADLINE,
				TestEnvironment.withYaml("spring.rabbitmq.connection-timeout: 30s"), shortStart))
			.hasSize(1);
	}

	private static void assertNothingFound(String yaml) {
		TestEnvironment environment = TestEnvironment.withYaml(yaml);
		assertThat(Deployments.find(UNBOUNDED, environment, Deployments.PLAIN)).isEmpty();
		assertThat(Deployments.find(BEYOND_DEADLINE, environment, Deployments.PLAIN)).isEmpty();
	}

}
