package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessGate;
import dev.groundwork.report.GroundworkReports;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupGraphException;
import dev.groundwork.startup.StartupLifecycle;
import dev.groundwork.startup.StartupTask;
import dev.groundwork.startup.TaskSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GroundworkAutoConfiguration}.
 */
class GroundworkAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(GroundworkAutoConfiguration.class);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	private final WebApplicationContextRunner webContextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void configuresStartupReadinessAndReports() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(Startup.class)
			.hasSingleBean(StartupLifecycle.class)
			.hasSingleBean(Readiness.class)
			.hasSingleBean(GroundworkReports.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "groundwork.enabled=false", "groundwork.mode=off", "groundwork.mode=OFF",
			"groundwork.mode=false" })
	void whenSwitchedOffBacksOff(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Startup.class)
				.doesNotHaveBean(Readiness.class));
	}

	@Test
	void whenUserDefinesStartupBacksOff() {
		Startup custom = mock(Startup.class);
		given(custom.completion()).willReturn(new CompletableFuture<>());
		this.contextRunner.withBean(Startup.class, () -> custom)
			.run((context) -> assertThat(context).getBean(Startup.class).isSameAs(custom));
	}

	@Test
	void whenUserDefinesReadinessBacksOff() {
		this.contextRunner.withBean("own", Readiness.class, () -> mock(Readiness.class))
			.run((context) -> assertThat(context).hasSingleBean(Readiness.class).hasBean("own"));
	}

	@Test
	void whenOptionalLibrariesAreAbsentConfiguresTheSame() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.amqp", "com.rabbitmq",
					"org.springframework.data", "co.elastic", "org.springframework.web",
					"org.springframework.boot.health", "org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(Startup.class));
	}

	@Test
	void withoutWebServerTheContextWaitsForTheTasks() {
		this.contextRunner.withBean(StartupTask.class, () -> task("own", new CountDownLatch(0))).run((context) -> {
			assertThat(context.getBean(Startup.class).tasks()).extracting(TaskSnapshot::name).containsExactly("own");
			assertThat(context.getBean(Readiness.class).isReady()).isTrue();
		});
	}

	@Test
	void inWebApplicationTheTasksRunInTheBackground() {
		CountDownLatch latch = new CountDownLatch(1);
		this.webContextRunner.withBean(StartupTask.class, () -> task("own", latch)).run((context) -> {
			Readiness readiness = context.getBean(Readiness.class);
			assertThat(readiness.isReady()).isFalse();
			latch.countDown();
			await().until(readiness::isReady);
		});
	}

	@Test
	void strategyReachesTheLifecycle() {
		this.contextRunner
			.withPropertyValues("groundwork.startup.strategy=background", "groundwork.startup.deadline=5s",
					"groundwork.startup.on-deadline=fail")
			.withBean(StartupTask.class, () -> task("own", new CountDownLatch(1)))
			.run((context) -> assertThat(context).hasNotFailed());
		this.webContextRunner
			.withPropertyValues("groundwork.startup.strategy=block", "groundwork.startup.deadline=100ms",
					"groundwork.startup.on-deadline=fail")
			.withBean(StartupTask.class, () -> task("own", new CountDownLatch(1)))
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void deadlineReachesTheStartup() {
		this.contextRunner
			.withPropertyValues("groundwork.startup.deadline=100ms", "groundwork.startup.on-deadline=fail")
			.withBean(StartupTask.class, () -> task("own", new CountDownLatch(1)))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(DiagnosedException.class)
				.hasMessageStartingWith("Start-up task 'own': not done after 0"));
	}

	@Test
	void deadlineWithoutSuffixIsInSeconds() {
		this.contextRunner.withPropertyValues("groundwork.startup.deadline=30")
			.run((context) -> assertThat(context.getBean(StartupProperties.class).getDeadline())
				.isEqualTo(Duration.ofSeconds(30)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1s" })
	void deadlineThatHasPassedAlreadyIsRefused(String deadline) {
		this.contextRunner.withPropertyValues("groundwork.startup.deadline=" + deadline)
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("groundwork.startup.deadline: is refused by StartupProperties"));
	}

	@Test
	void unknownKeyIsRefusedByName() {
		this.contextRunner.withPropertyValues("groundwork.startup.timeout=3s")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("groundwork.startup.timeout: is set and nothing reads it"));
	}

	@Test
	void unknownModeIsRefusedByName() {
		this.contextRunner.withPropertyValues("groundwork.mode=aply")
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("groundwork.mode"));
	}

	@Test
	void modeReachesTheProvisioners() {
		FakeProvisioner provisioner = new FakeProvisioner();
		this.contextRunner.withPropertyValues("groundwork.mode=verify")
			.withBean(Provisioner.class, () -> provisioner)
			.run((context) -> assertThat(provisioner.mode).hasValue(ProvisioningMode.VERIFY));
	}

	@Test
	void whatWasProvisionedIsReported() {
		this.contextRunner.withBean(Provisioner.class, FakeProvisioner::new)
			.run((context) -> assertThat(context.getBean(GroundworkReports.class).get().provisioning())
				.extracting((result) -> result.backEnd() + ": " + result.plan().summary())
				.containsExactly("fake: 0 to create, 0 to update, 1 unchanged"));
	}

	@Test
	void taskMayRunAfterABackEnd() {
		this.contextRunner.withBean(Provisioner.class, FakeProvisioner::new)
			.withBean(StartupTask.class, () -> StartupTask.of("own", Set.of("fake"), (progress) -> {
			}))
			.run((context) -> assertThat(context.getBean(Readiness.class).isReady()).isTrue());
	}

	@Test
	void tasksThatWaitForEachOtherAreRefused() {
		this.contextRunner.withBean("a", StartupTask.class, () -> StartupTask.of("a", Set.of("b"), (progress) -> {
		})).withBean("b", StartupTask.class, () -> StartupTask.of("b", Set.of("a"), (progress) -> {
		}))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(StartupGraphException.class)
				.hasMessage("The start-up tasks wait for each other: a → b → a"));
	}

	@Test
	void gateOfTheUserKeepsTheApplicationUnready() {
		ReadinessGate gate = new ReadinessGate("migration");
		this.contextRunner.withBean(ReadinessGate.class, () -> gate).run((context) -> {
			assertThat(context.getBean(Readiness.class).isReady()).isFalse();
			gate.open();
			assertThat(context.getBean(Readiness.class).isReady()).isTrue();
		});
	}

	private static StartupTask task(String name, CountDownLatch latch) {
		return StartupTask.of(name, Set.of(), (progress) -> latch.await());
	}

}
