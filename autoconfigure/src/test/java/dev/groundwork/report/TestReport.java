package dev.groundwork.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.ReadinessSnapshot;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.TaskState;
import dev.groundwork.startup.WaitGraph;

/**
 * Small reports to show.
 */
final class TestReport {

	private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

	private TestReport() {
	}

	static GroundworkReport ready() {
		Step exchange = step("exchange", "cloudmatrix.events", "bean 'events'", Change.CREATE);
		Step queue = step("queue", "search.documents", "application.yml:12:9", Change.CREATE);
		Step index = step("index", "documents", "classpath:groundwork/indices/documents.json", Change.UPDATE);
		return new GroundworkReport(readiness("rabbitmq", "elasticsearch", "websocket-presence"),
				Duration.ofMillis(3456),
				List.of(task("rabbitmq", TaskState.DONE, 1200), task("elasticsearch", TaskState.DONE, 345),
						task("websocket-presence", TaskState.DONE, 7)),
				WaitGraph.EMPTY, List.of(result("rabbitmq", List.of(exchange, queue), List.of(exchange, queue)),
						result("elasticsearch", List.of(index, unchanged()), List.of(index))));
	}

	static GroundworkReport waiting() {
		GateSnapshot gate = new GateSnapshot("rabbitmq", GateState.CLOSED, null, "connection refused", List.of());
		return new GroundworkReport(new ReadinessSnapshot(ReadinessState.STARTING, List.of(gate), List.of()), null,
				List.of(new TaskSnapshot("rabbitmq", List.of(), TaskState.RUNNING, STARTED, Duration.ofSeconds(9),
						"connection refused", List.of())),
				WaitGraph.EMPTY, List.of());
	}

	static GroundworkReport readyAtSecondAttempt() {
		Step first = step("queue", "first", "bean 'first'", Change.CREATE);
		Step firstThere = step("queue", "first", "bean 'first'", Change.NONE);
		Step second = step("queue", "second", "bean 'second'", Change.CREATE);
		return new GroundworkReport(readiness("rabbitmq"), Duration.ofSeconds(2),
				List.of(task("rabbitmq", TaskState.DONE, 1500)), WaitGraph.EMPTY,
				List.of(result("rabbitmq", List.of(firstThere, second), List.of(first, second))));
	}

	private static Step unchanged() {
		return step("index", "queries", "class SearchQuery", Change.NONE);
	}

	private static ProvisioningResult result(String backEnd, List<Step> plan, List<Step> changes) {
		return new ProvisioningResult(backEnd, new Plan(plan), changes, 2, Duration.ofMillis(120));
	}

	private static TaskSnapshot task(String name, TaskState state, long millis) {
		return new TaskSnapshot(name, List.of(), state, STARTED, Duration.ofMillis(millis), null, List.of());
	}

	static ReadinessSnapshot readiness(String... gates) {
		return new ReadinessSnapshot(ReadinessState.READY, Stream.of(gates).map(TestReport::open).toList(), List.of());
	}

	private static GateSnapshot open(String name) {
		return new GateSnapshot(name, GateState.OPEN, STARTED, null, List.of());
	}

	static Step step(String kind, String name, String source, Change change) {
		return new Step(new Declaration(new Thing(new ResourceId(kind, name)), source), change, List.of());
	}

	private record Thing(ResourceId id) implements Resource {

		@Override
		public Map<String, Object> attributes() {
			return Map.of();
		}

	}

}
