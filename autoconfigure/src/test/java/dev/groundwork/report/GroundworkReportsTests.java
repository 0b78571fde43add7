package dev.groundwork.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessGate;
import dev.groundwork.startup.OnDeadline;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupTask;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.WaitGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroundworkReports}.
 */
@Timeout(20)
class GroundworkReportsTests {

	private final Startup startup = new Startup(() -> List.of(StartupTask.of("rabbitmq", Set.of(), (progress) -> {
	})), Duration.ofMinutes(1), OnDeadline.STAY_UNREADY);

	private final ReadinessGate gate = new ReadinessGate("cache-warm");

	private final List<ProvisioningResult> results = new ArrayList<>();

	private final GroundworkReports reports = new GroundworkReports(this.startup, () -> WaitGraph.EMPTY,
			new Readiness(this.startup, List.of(this.gate), List::of), () -> this.results, Map::of,
			() -> ContractStatus.EMPTY);

	@AfterEach
	void stop() {
		this.startup.stop();
	}

	@Test
	void reportBeforeTheStartIsNotReady() {
		GroundworkReport report = this.reports.get();
		assertThat(report.ready()).isFalse();
		assertThat(report.timeToReady()).isNull();
		assertThat(report.tasks()).extracting(TaskSnapshot::name).containsExactly("startup");
		assertThat(report.gates()).extracting(GateSnapshot::name).containsExactly("startup", "cache-warm");
		assertThat(report.provisioning()).isEmpty();
	}

	@Test
	void reportOfReadyApplicationShowsResultsAndTime() throws InterruptedException {
		this.startup.start();
		this.startup.await();
		this.gate.open();
		this.results.addAll(TestReport.ready().provisioning());
		this.reports.ready(Duration.ofSeconds(3));
		GroundworkReport report = this.reports.get();
		assertThat(report.ready()).isTrue();
		assertThat(report.timeToReady()).isEqualTo(Duration.ofSeconds(3));
		assertThat(report.provisioning()).isEqualTo(this.results);
	}

	@Test
	void reportDoesNotChangeWhenMoreHappens() {
		this.results.addAll(TestReport.ready().provisioning());
		GroundworkReport report = this.reports.get();
		this.results.clear();
		this.reports.ready(Duration.ofSeconds(3));
		assertThat(report.provisioning()).hasSize(2);
		assertThat(report.timeToReady()).isNull();
	}

}
