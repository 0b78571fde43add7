package dev.groundwork.report;

import java.time.Instant;
import java.util.List;

import dev.groundwork.plan.Change;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.report.GroundworkEndpoint.BackEndDescriptor;
import dev.groundwork.report.GroundworkEndpoint.GateDescriptor;
import dev.groundwork.report.GroundworkEndpoint.GroundworkDescriptor;
import dev.groundwork.report.GroundworkEndpoint.ProductionDescriptor;
import dev.groundwork.report.GroundworkEndpoint.ResourceDescriptor;
import dev.groundwork.report.GroundworkEndpoint.SettingDescriptor;
import dev.groundwork.report.GroundworkEndpoint.TaskDescriptor;
import dev.groundwork.report.GroundworkEndpoint.WaitsDescriptor;
import dev.groundwork.startup.TaskState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroundworkEndpoint}.
 */
class GroundworkEndpointTests {

	private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

	private static final WaitsDescriptor NOBODY_WAITS = new WaitsDescriptor(List.of(), List.of(), "flowchart LR\n");

	@Test
	void descriptorOfReadyApplicationIsComplete() {
		assertThat(describe(TestReport.ready())).isEqualTo(new GroundworkDescriptor(true, 3456L,
				List.of(open("rabbitmq"), open("elasticsearch"), open("websocket-presence")),
				List.of(done("rabbitmq", 1200), done("elasticsearch", 345), done("websocket-presence", 7)), List.of(
						new BackEndDescriptor("rabbitmq", "2 to create, 0 to update, 0 unchanged, verified in 120 ms",
								2,
								List.of(new ResourceDescriptor("exchange", "cloudmatrix.events", Change.CREATE,
										"bean 'events'"),
										new ResourceDescriptor("queue", "search.documents", Change.CREATE,
												"application.yml:12:9"))),
						new BackEndDescriptor("elasticsearch",
								"0 to create, 1 to update, 1 unchanged, verified in 120 ms", 2,
								List.of(new ResourceDescriptor("index", "documents", Change.UPDATE,
										"classpath:groundwork/indices/documents.json"),
										new ResourceDescriptor("index", "queries", Change.NONE, "class SearchQuery")))),
				ReadinessState.READY, List.of(), NOBODY_WAITS, List.of(), null, List.of()));
	}

	@Test
	void descriptorOfApplicationThatWaitsSaysForWhat() {
		assertThat(describe(TestReport.waiting())).isEqualTo(new GroundworkDescriptor(false, null,
				List.of(new GateDescriptor("rabbitmq", GateState.CLOSED, "connection refused", List.of(), null)),
				List.of(new TaskDescriptor("rabbitmq", List.of(), TaskState.RUNNING, 9000, STARTED,
						"connection refused")),
				List.of(), ReadinessState.STARTING, List.of(), NOBODY_WAITS, List.of(), null, List.of()));
	}

	@Test
	void resourceCreatedInEarlierAttemptIsShownAsCreated() {
		assertThat(describe(TestReport.readyAtSecondAttempt()).backEnds().get(0).resources())
			.extracting(ResourceDescriptor::change)
			.containsExactly(Change.CREATE, Change.CREATE);
	}

	@Test
	void waitsNameTheCircle() {
		WaitsDescriptor waits = describe(TestReport.deadlock(STARTED)).waits();
		assertThat(waits.cycle()).containsExactly("task 'presence'", "bean 'presenceRegistry'", "bean 'searchClient'");
		assertThat(waits.edges()).hasSize(4);
		assertThat(waits.mermaid()).contains("linkStyle 0,1,2 stroke");
	}

	@Test
	void dependenciesAndContractAreShown() {
		GroundworkDescriptor descriptor = describe(
				TestReport.running(STARTED, ReadinessState.DEGRADED, TestReport.lostSearch(DependencyPolicy.STARTUP)));
		assertThat(descriptor.ready()).isTrue();
		assertThat(descriptor.dependencies()).singleElement().satisfies((dependency) -> {
			assertThat(dependency.status()).isEqualTo(DependencyStatus.DOWN);
			assertThat(dependency.reason()).isNotNull();
		});
		assertThat(descriptor.contract()).extracting(SettingDescriptor::satisfied).containsExactly(true, true);
		assertThat(descriptor.contract().get(1).findings()).hasSize(1);
	}

	@Test
	void productionAndFindingsAboutNoSecretAreShown() {
		GroundworkDescriptor descriptor = describe(TestReport.running(STARTED, ReadinessState.READY));
		assertThat(descriptor.production()).isEqualTo(new ProductionDescriptor(true, "it runs on Kubernetes"));
		assertThat(descriptor.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.property()).isEqualTo("app.search.url");
			assertThat(finding.place()).isEqualTo("classpath:application.yml:7:10");
		});
	}

	private static GroundworkDescriptor describe(GroundworkReport report) {
		return new GroundworkEndpoint(() -> report).groundwork();
	}

	private static GateDescriptor open(String name) {
		return new GateDescriptor(name, GateState.OPEN, null, List.of(), STARTED);
	}

	private static TaskDescriptor done(String name, long millis) {
		return new TaskDescriptor(name, List.of(), TaskState.DONE, millis, STARTED, null);
	}

}
