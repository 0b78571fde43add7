package dev.groundwork.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.TaskState;

/**
 * Small reports to show.
 */
final class TestReport {

	private TestReport() {
	}

	static GroundworkReport ready() {
		Step exchange = step("exchange", "cloudmatrix.events", "bean 'events'", Change.CREATE);
		Step queue = step("queue", "search.documents", "application.yml:12:9", Change.CREATE);
		Step index = step("index", "documents", "classpath:groundwork/indices/documents.json", Change.UPDATE);
		return new GroundworkReport(true, Duration.ofMillis(3456),
				List.of(task("rabbitmq", TaskState.DONE, 1200), task("elasticsearch", TaskState.DONE, 345),
						task("websocket-presence", TaskState.DONE, 7)),
				List.of(gate("rabbitmq", GateState.OPEN), gate("elasticsearch", GateState.OPEN),
						gate("websocket-presence", GateState.OPEN)),
				List.of(result("rabbitmq", List.of(exchange, queue), List.of(exchange, queue)),
						result("elasticsearch", List.of(index, unchanged()), List.of(index))));
	}

	static GroundworkReport waiting() {
		return new GroundworkReport(false, null,
				List.of(new TaskSnapshot("rabbitmq", List.of(), TaskState.RUNNING, Duration.ofSeconds(9),
						"connection refused", List.of())),
				List.of(new GateSnapshot("rabbitmq", GateState.CLOSED, "connection refused", List.of())), List.of());
	}

	static GroundworkReport readyAtSecondAttempt() {
		Step first = step("queue", "first", "bean 'first'", Change.CREATE);
		Step firstThere = step("queue", "first", "bean 'first'", Change.NONE);
		Step second = step("queue", "second", "bean 'second'", Change.CREATE);
		return new GroundworkReport(true, Duration.ofSeconds(2), List.of(task("rabbitmq", TaskState.DONE, 1500)),
				List.of(gate("rabbitmq", GateState.OPEN)),
				List.of(result("rabbitmq", List.of(firstThere, second), List.of(first, second))));
	}

	private static Step unchanged() {
		return step("index", "queries", "class SearchQuery", Change.NONE);
	}

	private static ProvisioningResult result(String backEnd, List<Step> plan, List<Step> changes) {
		return new ProvisioningResult(backEnd, new Plan(plan), changes, 2, Duration.ofMillis(120));
	}

	private static TaskSnapshot task(String name, TaskState state, long millis) {
		return new TaskSnapshot(name, List.of(), state, Duration.ofMillis(millis), null, List.of());
	}

	private static GateSnapshot gate(String name, GateState state) {
		return new GateSnapshot(name, state, null, List.of());
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
