package dev.groundwork.readiness;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadinessHealth}.
 */
@Timeout(20)
class ReadinessHealthTests {

	private final TestStart start = new TestStart();

	private final ReadinessGate gate = new ReadinessGate("cache-warm");

	private final ReadinessHealth contributor = new ReadinessHealth(
			new Readiness(this.start.startup(), List.of(this.gate), List::of));

	@AfterEach
	void stop() {
		this.start.close();
	}

	@Test
	void everyGateHasAnIndicator() {
		assertThat(this.contributor.stream()).extracting(HealthContributors.Entry::name)
			.containsExactly("rabbitmq", "listeners", "cache-warm");
	}

	@Test
	void indicatorIsFoundByName() {
		assertThat(this.contributor.getContributor("listeners")).isInstanceOf(HealthIndicator.class);
		assertThat(this.contributor.getContributor("unknown")).isNull();
	}

	@Test
	void closedGateIsOutOfServiceAndSaysWhatItIsWaitingFor() {
		assertThat(health("rabbitmq"))
			.isEqualTo(Health.outOfService().withDetail("waitingFor", "connection refused").build());
		assertThat(health("listeners"))
			.isEqualTo(Health.outOfService().withDetail("waitingFor", "other tasks: rabbitmq").build());
		assertThat(health("cache-warm")).isEqualTo(Health.outOfService().build());
	}

	@Test
	void openGateIsUp() throws InterruptedException {
		this.start.succeed();
		this.gate.open();
		assertThat(this.contributor.stream())
			.allSatisfy((entry) -> assertThat(health(entry.name())).isEqualTo(Health.up().build()));
	}

	@Test
	void failedGateIsDownAndSaysWhy() {
		this.start.fail();
		assertThat(health("rabbitmq").getStatus()).isEqualTo(Status.DOWN);
		assertThat(health("rabbitmq").getDetails())
			.isEqualTo(Map.of("failures", List.of("RabbitMQ at localhost:5672: login refused for user 'app'")));
	}

	@Test
	void evidenceOfFailureIsNotShown() {
		this.start.fail();
		assertThat(health("rabbitmq").toString()).doesNotContain("pl4nted");
	}

	private Health health(String name) {
		HealthIndicator indicator = (HealthIndicator) Objects.requireNonNull(this.contributor.getContributor(name));
		return Objects.requireNonNull(indicator.health(true));
	}

}
