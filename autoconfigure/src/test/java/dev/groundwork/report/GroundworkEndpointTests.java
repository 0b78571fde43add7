package dev.groundwork.report;

import java.util.List;

import dev.groundwork.plan.Change;
import dev.groundwork.readiness.GateState;
import dev.groundwork.report.GroundworkEndpoint.BackEndDescriptor;
import dev.groundwork.report.GroundworkEndpoint.GateDescriptor;
import dev.groundwork.report.GroundworkEndpoint.GroundworkDescriptor;
import dev.groundwork.report.GroundworkEndpoint.ResourceDescriptor;
import dev.groundwork.report.GroundworkEndpoint.TaskDescriptor;
import dev.groundwork.startup.TaskState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroundworkEndpoint}.
 */
class GroundworkEndpointTests {

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
										new ResourceDescriptor("index", "queries", Change.NONE,
												"class SearchQuery"))))));
	}

	@Test
	void descriptorOfApplicationThatWaitsSaysForWhat() {
		assertThat(describe(TestReport.waiting())).isEqualTo(new GroundworkDescriptor(false, null,
				List.of(new GateDescriptor("rabbitmq", GateState.CLOSED, "connection refused", List.of())),
				List.of(new TaskDescriptor("rabbitmq", List.of(), TaskState.RUNNING, 9000)), List.of()));
	}

	@Test
	void resourceCreatedInEarlierAttemptIsShownAsCreated() {
		assertThat(describe(TestReport.readyAtSecondAttempt()).backEnds().get(0).resources())
			.extracting(ResourceDescriptor::change)
			.containsExactly(Change.CREATE, Change.CREATE);
	}

	private static GroundworkDescriptor describe(GroundworkReport report) {
		return new GroundworkEndpoint(() -> report).groundwork();
	}

	private static GateDescriptor open(String name) {
		return new GateDescriptor(name, GateState.OPEN, null, List.of());
	}

	private static TaskDescriptor done(String name, long millis) {
		return new TaskDescriptor(name, List.of(), TaskState.DONE, millis);
	}

}
