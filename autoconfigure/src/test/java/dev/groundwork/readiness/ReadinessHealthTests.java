package dev.groundwork.readiness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

	private List<DependencySnapshot> dependencies = List.of();

	private final Readiness readiness = new Readiness(this.start.startup(), List.of(this.gate),
			() -> this.dependencies);

	private final ReadinessHealth contributor = new ReadinessHealth(this.readiness);

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

	@Test
	void dependencyIsShownBelowTheGatesWithItsReasonAndItsHungCheck() {
		Instant since = Instant.parse("2026-01-01T00:00:00Z");
		this.dependencies = List.of(new DependencySnapshot("rabbitmq", DependencyPolicy.STRICT, DependencyStatus.DOWN,
				true, since, Found.LOST.get(0), new HungCheck(since, List.of("java.net.Socket.read"))));
		Health health = dependency("rabbitmq");
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reason", "server: connection refused")
			.containsEntry("since", since.toString())
			.containsEntry("policy", DependencyPolicy.STRICT);
		assertThat(health.getDetails().get("hung")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("stack", List.of("java.net.Socket.read"));
	}

	@ParameterizedTest
	@CsvSource({ "STARTUP,UP,true,UP", "STARTUP,DOWN,false,OUT_OF_SERVICE", "STARTUP,UNKNOWN,false,OUT_OF_SERVICE",
			"STARTUP,DOWN,true,DEGRADED", "STARTUP,DEGRADED,true,DEGRADED", "STRICT,DOWN,true,DOWN",
			"STRICT,DEGRADED,true,DEGRADED", "STRICT,DOWN,false,OUT_OF_SERVICE", "IGNORE,DOWN,true,UNKNOWN",
			"IGNORE,UP,true,UP" })
	void policyDecidesWhatTheLossOfADependencyMeans(DependencyPolicy policy, DependencyStatus status, boolean seen,
			String expected) {
		this.dependencies = List.of(new DependencySnapshot("search", policy, status, seen, Instant.EPOCH, null));
		assertThat(dependency("search").getStatus()).isEqualTo(new Status(expected));
	}

	@Test
	void applicationThatStopsIsOutOfServiceAlthoughEveryGateIsOpen() throws InterruptedException {
		this.start.succeed();
		this.gate.open();
		this.readiness.refuse();
		assertThat(health("shutdown").getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
	}

	private Health dependency(String name) {
		HealthIndicator indicator = (HealthIndicator) Objects
			.requireNonNull(ContributorPath.find(this.contributor, "dependencies/" + name));
		return Objects.requireNonNull(indicator.health(true));
	}

	private Health health(String name) {
		HealthIndicator indicator = (HealthIndicator) Objects.requireNonNull(this.contributor.getContributor(name));
		return Objects.requireNonNull(indicator.health(true));
	}

}
