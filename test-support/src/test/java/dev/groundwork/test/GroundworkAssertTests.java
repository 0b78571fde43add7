package dev.groundwork.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.groundwork.autoconfigure.GroundworkAutoConfiguration;
import dev.groundwork.autoconfigure.GroundworkReadinessAutoConfiguration;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.ReadinessGate;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.report.GroundworkReports;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link GroundworkAssert} and {@link ReadinessRecorder}.
 */
class GroundworkAssertTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(GroundworkAutoConfiguration.class, GroundworkReadinessAutoConfiguration.class))
		.withInitializer(new ReadinessRecorder());

	private final ApplicationContextRunner withGate = this.runner.withBean("cacheGate", ReadinessGate.class,
			() -> new ReadinessGate("cache"));

	@Test
	void applicationWithoutGatesIsReady() {
		this.runner.run((context) -> GroundworkAssertions.assertThat(context)
			.isReady()
			.hasState(ReadinessState.READY)
			.hasNoFindings());
	}

	@Test
	void closedGateIsFoundAndItsFailureShowsWhatWasSeen() {
		this.withGate.run((context) -> {
			GroundworkAssertions.assertThat(context).isNotReady().hasGate("cache", GateState.CLOSED);
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> GroundworkAssertions.assertThat(context).isReady())
				.withMessageContaining("to be ready")
				.withMessageContaining("cache CLOSED");
		});
	}

	@Test
	void timeIsGivenToEachAssertion() {
		this.withGate.run((context) -> {
			CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
				.execute(context.getBean(ReadinessGate.class)::open);
			GroundworkAssertions.assertThat(context).within(Duration.ofSeconds(10)).hasOpenGate("cache").isReady();
		});
	}

	@Test
	void whatIsNotMetInTimeFailsAndNamesTheTime() {
		this.withGate.run((context) -> assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> GroundworkAssertions.assertThat(context).within(Duration.ofMillis(200)).isReady())
			.withMessageContaining("within PT0.2S"));
	}

	@Test
	void readinessAfterTheGateIsFine() {
		this.withGate.run((context) -> {
			GroundworkAssertions.assertThat(context).neverReadyBefore("cache");
			context.getBean(ReadinessGate.class).open();
			GroundworkAssertions.assertThat(context).isReady().neverReadyBefore("cache");
		});
	}

	@Test
	void gateThatIsNotThereFails() {
		this.withGate.run((context) -> assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> GroundworkAssertions.assertThat(context).neverReadyBefore("cash"))
			.withMessageContaining("gate 'cash' to exist"));
	}

	@Test
	void readinessBeforeAMomentFails() {
		this.runner.run((context) -> {
			GroundworkAssertions.assertThat(context).isReady();
			Instant later = Instant.now().plusMillis(1);
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> GroundworkAssertions.assertThat(context).neverReadyBefore(later))
				.withMessageContaining("never to be ready before");
		});
	}

	@Test
	void readinessBeforeAnEventFails() {
		this.runner.run((context) -> {
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> GroundworkAssertions.assertThat(context).neverReadyBefore(CacheWarmed.class))
				.withMessageContaining("never happened");
			context.publishEvent(new CacheWarmed());
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> GroundworkAssertions.assertThat(context).neverReadyBefore(CacheWarmed.class))
				.withMessageContaining("CacheWarmed was published")
				.withMessageContaining("ms before that");
		});
	}

	@Test
	void readinessAfterAnEventIsFine() {
		this.withGate.run((context) -> {
			context.publishEvent(new CacheWarmed());
			context.getBean(ReadinessGate.class).open();
			GroundworkAssertions.assertThat(context).isReady().neverReadyBefore(CacheWarmed.class);
		});
	}

	@Test
	void applicationIsNotReadyBeforeItsRunnersAreDone() {
		try (ConfigurableApplicationContext context = run(WarmingRunner.class)) {
			GroundworkAssertions.assertThat(context)
				.within(Duration.ofSeconds(10))
				.isReady()
				.neverReadyBefore(CacheWarmed.class)
				.neverReadyBefore(ApplicationReadyEvent.class);
		}
	}

	@Test
	void applicationWithoutGroundworkIsRecordedByWhetherItAcceptsTraffic() {
		try (ConfigurableApplicationContext context = run(Plain.class)) {
			GroundworkAssertions.assertThat(context).neverReadyBefore(ApplicationReadyEvent.class);
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> GroundworkAssertions.assertThat(context).neverReadyBefore(CacheWarmed.class))
				.withMessageContaining("never happened");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> GroundworkAssertions.assertThat(context).isReady())
				.withMessageContaining("Groundwork is not part of it");
		}
	}

	@Test
	void whatWasNotRecordedCannotBeJudged() {
		new ApplicationContextRunner().run((context) -> assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> GroundworkAssertions.assertThat(context).neverReadyBefore(Instant.now()))
			.withMessageContaining("withInitializer(new ReadinessRecorder())"));
	}

	@Test
	void dependencyIsFoundWithItsStatusAndPolicy() {
		this.runner.withBean(LostBroker.class)
			.withPropertyValues("groundwork.readiness.dependencies.broker.interval=100ms",
					"groundwork.readiness.dependencies.broker.failure-threshold=1")
			.run((context) -> {
				GroundworkAssert seen = GroundworkAssertions.assertThat(context).within(Duration.ofSeconds(10));
				seen.hasDependency("broker", DependencyStatus.DOWN)
					.hasDependency("broker", DependencyStatus.DOWN, DependencyPolicy.STRICT)
					.isNotReady();
				assertThatExceptionOfType(AssertionError.class)
					.isThrownBy(() -> GroundworkAssertions.assertThat(context)
						.hasDependency("broker", DependencyStatus.DOWN, DependencyPolicy.STARTUP))
					.withMessageContaining("broker DOWN, STRICT");
			});
	}

	@Test
	void nothingProvisionedIsNotNothingChanged() {
		this.runner.run((context) -> assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> GroundworkAssertions.assertThat(context).hasChangedNothing())
			.withMessageContaining("resources     none"));
	}

	@Test
	void reportThatWasMadeBeforeIsJudged() {
		this.withGate.run((context) -> {
			GroundworkReports reports = context.getBean(GroundworkReports.class);
			GroundworkAssertions.assertThat(reports.get()).isNotReady().hasGate("cache", GateState.CLOSED);
		});
	}

	private static ConfigurableApplicationContext run(Class<?> application) {
		SpringApplication springApplication = new SpringApplication(application);
		springApplication.setWebApplicationType(WebApplicationType.NONE);
		return springApplication.run();
	}

	record CacheWarmed() {
	}

	@Configuration(proxyBeanMethods = false)
	static class Plain {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ GroundworkAutoConfiguration.class, GroundworkReadinessAutoConfiguration.class })
	static class WarmingRunner {

		@Bean
		ApplicationRunner warmUp(ApplicationEventPublisher publisher) {
			return (arguments) -> publisher.publishEvent(new CacheWarmed());
		}

	}

	static class LostBroker implements DependencyCheck {

		@Override
		public String getName() {
			return "broker";
		}

		@Override
		public DependencyPolicy getDefaultPolicy() {
			return DependencyPolicy.STRICT;
		}

		@Override
		public List<Diagnosis> check() {
			return List.of(new Diagnosis(FailureKind.TRANSIENT, "broker", "lost", "nobody answers", "start it"));
		}

	}

}
