package dev.groundwork.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.ReadinessState;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroundworkMeterBinder}.
 */
class GroundworkMeterBinderTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final AtomicReference<GroundworkReport> report = new AtomicReference<>(TestReport.starting(Instant.EPOCH));

	private final GroundworkMeterBinder binder = new GroundworkMeterBinder(this.report::get);

	@Test
	void valuesAreThoseOfTheMoment() {
		this.binder.bindTo(this.registry);
		assertThat(value("groundwork.ready")).isZero();
		assertThat(value("groundwork.time.to.ready")).isNaN();
		assertThat(value("groundwork.gate.state", "gate", "rabbitmq", "state", "closed")).isOne();
		assertThat(value("groundwork.task.duration", "task", "rabbitmq")).isEqualTo(9.3);
		this.report.set(TestReport.running(Instant.EPOCH, ReadinessState.DEGRADED,
				TestReport.lostSearch(DependencyPolicy.STARTUP)));
		assertThat(value("groundwork.ready")).isOne();
		assertThat(value("groundwork.time.to.ready")).isEqualTo(3.456);
		assertThat(value("groundwork.gate.state", "gate", "rabbitmq", "state", "closed")).isZero();
		assertThat(value("groundwork.gate.state", "gate", "rabbitmq", "state", "open")).isOne();
		assertThat(value("groundwork.readiness.state", "state", "degraded")).isOne();
		assertThat(value("groundwork.dependency.state", "dependency", "elasticsearch", "state", "down")).isOne();
	}

	@Test
	void whatBecomesKnownIsAddedAndWhatIsGoneIsRemoved() {
		this.binder.bindTo(this.registry);
		assertThat(this.registry.find("groundwork.provisioning.resources").tag("backend", "rabbitmq").meters())
			.isEmpty();
		this.report.set(TestReport.running(Instant.EPOCH, ReadinessState.READY));
		this.binder.refresh();
		assertThat(value("groundwork.provisioning.resources", "backend", "rabbitmq", "change", "create")).isEqualTo(2);
		assertThat(value("groundwork.provisioning.resources", "backend", "elasticsearch", "change", "drift")).isOne();
		assertThat(value("groundwork.provisioning.attempts", "backend", "rabbitmq")).isEqualTo(2);
		assertThat(this.registry.find("groundwork.gate.state").tag("gate", "cache-warm").meters()).isEmpty();
	}

	@Test
	void failedTaskIsCounted() {
		this.report.set(TestReport.failed(Instant.EPOCH));
		this.binder.bindTo(this.registry);
		assertThat(value("groundwork.task.failures", "task", "rabbitmq")).isOne();
	}

	@Test
	void applicationThatIsCreatedAgainHasItsOwnValues() {
		this.binder.bindTo(this.registry);
		new GroundworkMeterBinder(() -> TestReport.running(Instant.EPOCH, ReadinessState.READY)).bindTo(this.registry);
		assertThat(value("groundwork.ready")).isOne();
	}

	@Test
	void metersGoWithTheApplication() {
		this.binder.bindTo(this.registry);
		this.binder.close();
		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void everyMeterIsDocumentedWithItsTags() {
		this.report.set(TestReport.running(Instant.EPOCH, ReadinessState.DEGRADED,
				TestReport.lostSearch(DependencyPolicy.STARTUP)));
		this.binder.bindTo(this.registry);
		Set<String> bound = this.registry.getMeters()
			.stream()
			.map(Meter::getId)
			.map((id) -> id.getName() + id.getTags().stream().map(Tag::getKey).sorted().toList())
			.collect(Collectors.toSet());
		assertThat(bound).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(GroundworkMeter.values()).map((meter) -> meter.getName() + names(meter)).toList());
	}

	private static List<String> names(GroundworkMeter meter) {
		return Arrays.stream(meter.getKeyNames()).map(KeyName::asString).sorted().toList();
	}

	private double value(String name, String... tags) {
		return this.registry.get(name).tags(tags).gauge().value();
	}

}
