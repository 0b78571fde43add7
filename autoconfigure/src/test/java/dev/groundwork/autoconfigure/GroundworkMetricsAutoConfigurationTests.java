package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.readiness.ReadinessGate;
import dev.groundwork.report.FlightRecorderObserver;
import dev.groundwork.report.GroundworkMeterBinder;
import dev.groundwork.report.MicrometerStartObserver;
import dev.groundwork.report.StartObserver;
import dev.groundwork.startup.StartupTask;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GroundworkMetricsAutoConfiguration}.
 */
@Timeout(60)
class GroundworkMetricsAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(GroundworkAutoConfiguration.class, GroundworkMetricsAutoConfiguration.class));

	@Test
	void configuresMetersObservationsAndEvents() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(GroundworkMeterBinder.class)
			.hasSingleBean(MicrometerStartObserver.class)
			.hasSingleBean(FlightRecorderObserver.class));
	}

	@Test
	void whenGroundworkIsOffBacksOff() {
		this.contextRunner.withPropertyValues("groundwork.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(StartObserver.class));
	}

	@Test
	void whenMicrometerIsAbsentRecordsEventsOnly() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.withBean(StartupTask.class, () -> StartupTask.of("cache", Set.of(), (progress) -> {
			}))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(StartObserver.class)
				.hasSingleBean(FlightRecorderObserver.class));
	}

	@Test
	void whenUserDefinesTheMetersBacksOff() {
		GroundworkMeterBinder own = new GroundworkMeterBinder(() -> {
			throw new IllegalStateException("not asked");
		});
		this.contextRunner.withBean(GroundworkMeterBinder.class, () -> own)
			.withPropertyValues("groundwork.startup.strategy=background")
			.run((context) -> assertThat(context).getBean(GroundworkMeterBinder.class).isSameAs(own));
	}

	@Test
	void metersFollowTheStart() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		this.contextRunner.withBean(Provisioner.class, FakeProvisioner::new).run((context) -> {
			context.getBean(GroundworkMeterBinder.class).bindTo(registry);
			assertThat(registry.get("groundwork.ready").gauge().value()).isOne();
			assertThat(registry.get("groundwork.provisioning.resources").tag("change", "none").gauge().value()).isOne();
		});
		assertThat(registry.getMeters()).isEmpty();
	}

	@Test
	void tasksAndProvisioningAreObserved() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		FakeProvisioner provisioner = new FakeProvisioner();
		this.contextRunner.withBean(ObservationRegistry.class, () -> registry)
			.withBean(Provisioner.class, () -> provisioner)
			.run((context) -> {
				TestObservationRegistryAssert.assertThat(registry)
					.hasObservationWithNameEqualTo("groundwork.startup.task")
					.that()
					.hasLowCardinalityKeyValue("task", provisioner.getName())
					.hasBeenStopped();
				TestObservationRegistryAssert.assertThat(registry)
					.hasObservationWithNameEqualTo("groundwork.provisioning")
					.that()
					.hasLowCardinalityKeyValue("backend", provisioner.getName())
					.hasParentObservation()
					.hasBeenStopped();
			});
	}

	@Test
	void failureOfATaskIsObservedAndStaysTheFailure() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		this.contextRunner.withBean(ObservationRegistry.class, () -> registry)
			.withBean(StartupTask.class, () -> StartupTask.of("cache", Set.of(), (progress) -> {
				throw new DiagnosedException(
						new Diagnosis(FailureKind.PERMANENT, "cache", "is broken", "evidence", "Repair it."), null);
			}))
			.run((context) -> {
				assertThat(context).getFailure().rootCause().hasMessage("cache: is broken");
				TestObservationRegistryAssert.assertThat(registry)
					.hasObservationWithNameEqualTo("groundwork.startup.task")
					.that()
					.hasError();
			});
	}

	@Test
	void startIsRecorded() throws Exception {
		List<RecordedEvent> events = new CopyOnWriteArrayList<>();
		ReadinessGate gate = new ReadinessGate("warm");
		try (RecordingStream recording = new RecordingStream()) {
			recording.enable("dev.groundwork.Readiness").withPeriod(Duration.ofMillis(50));
			recording.onEvent((event) -> {
				if (event.getEventType().getName().startsWith("dev.groundwork.")) {
					events.add(event);
				}
			});
			recording.startAsync();
			this.contextRunner.withBean(Provisioner.class, FakeProvisioner::new)
				.withBean(ReadinessGate.class, () -> gate)
				.run((context) -> {
					await().until(() -> has(events, "dev.groundwork.Readiness", "state", "STARTING"));
					gate.open();
					await().until(() -> has(events, "dev.groundwork.Readiness", "state", "READY"));
					await().until(() -> has(events, "dev.groundwork.GateOpened", "gate", "warm"));
					await().until(() -> events.stream()
						.anyMatch((event) -> event.getEventType().getName().equals("dev.groundwork.Task")
								&& event.getBoolean("done")));
					await().until(() -> events.stream()
						.anyMatch((event) -> event.getEventType().getName().equals("dev.groundwork.Provisioning")
								&& event.getInt("unchanged") == 1));
				});
		}
		assertThat(events)
			.allSatisfy((event) -> assertThat(event.getEventType().getCategoryNames()).containsExactly("Groundwork"));
	}

	private static boolean has(List<RecordedEvent> events, String type, String field, String value) {
		return events.stream()
			.anyMatch((event) -> event.getEventType().getName().equals(type) && event.getString(field).equals(value));
	}

}
