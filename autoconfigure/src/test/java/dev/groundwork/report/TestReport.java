package dev.groundwork.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Place;
import dev.groundwork.contract.Production;
import dev.groundwork.contract.SettingStatus;
import dev.groundwork.contract.Severity;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.ReadinessSnapshot;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.TaskState;
import dev.groundwork.startup.Wait;
import dev.groundwork.startup.WaitGraph;
import org.jspecify.annotations.Nullable;

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

	static GroundworkReport starting(Instant jvmStart) {
		TaskSnapshot rabbit = new TaskSnapshot("rabbitmq", List.of(), TaskState.RUNNING, jvmStart.plusMillis(2100),
				Duration.ofMillis(9300), "Broker at rabbitmq:5672: refuses the connection", List.of());
		TaskSnapshot search = new TaskSnapshot("elasticsearch", List.of(), TaskState.DONE, jvmStart.plusMillis(2150),
				Duration.ofMillis(1345), null, List.of());
		TaskSnapshot listeners = new TaskSnapshot("listeners", List.of("rabbitmq"), TaskState.PENDING, null,
				Duration.ZERO, "rabbitmq", List.of());
		List<GateSnapshot> gates = List.of(
				new GateSnapshot("rabbitmq", GateState.CLOSED, null, rabbit.waitingFor(), List.of()),
				new GateSnapshot("elasticsearch", GateState.OPEN, jvmStart.plusMillis(3495), null, List.of()),
				new GateSnapshot("listeners", GateState.CLOSED, null, "other tasks: rabbitmq", List.of()),
				new GateSnapshot("cache-warm", GateState.OPEN, jvmStart.plusMillis(5200), null, List.of()));
		Diagnosis refused = new Diagnosis(FailureKind.TRANSIENT, "Broker at rabbitmq:5672", "refuses the connection",
				"java.net.ConnectException: Connection refused (amqp://search:pl4nted@rabbitmq:5672)",
				"Start the broker, or correct spring.rabbitmq.host and spring.rabbitmq.port.");
		WaitGraph waits = new WaitGraph(
				List.of(new Wait("listeners", "rabbitmq", "ordered after it", Duration.ZERO, null, true),
						new Wait("rabbitmq", "Broker at rabbitmq:5672: refuses the connection", "has told so",
								Duration.ofMillis(9300), "groundwork-1", true)));
		return new GroundworkReport(
				new ReadinessSnapshot(ReadinessState.STARTING, gates,
						List.of(dependency("elasticsearch", DependencyStatus.UP, null))),
				null, List.of(rabbit, search, listeners), waits, ready().provisioning().subList(1, 2),
				Map.of("rabbitmq", refused), contract());
	}

	static GroundworkReport running(Instant jvmStart, ReadinessState state, DependencySnapshot... dependencies) {
		List<TaskSnapshot> tasks = List.of(
				new TaskSnapshot("rabbitmq", List.of(), TaskState.DONE, jvmStart.plusMillis(1900),
						Duration.ofMillis(820), null, List.of()),
				new TaskSnapshot("elasticsearch", List.of(), TaskState.DONE, jvmStart.plusMillis(1910),
						Duration.ofMillis(1345), null, List.of()),
				new TaskSnapshot("websocket-presence", List.of(), TaskState.DONE, jvmStart.plusMillis(2000),
						Duration.ofMillis(37), null, List.of()),
				new TaskSnapshot("listeners", List.of("rabbitmq"), TaskState.DONE, jvmStart.plusMillis(2720),
						Duration.ofMillis(210), null, List.of()));
		List<GateSnapshot> gates = tasks.stream()
			.map((task) -> new GateSnapshot(task.name(), GateState.OPEN, jvmStart.plusMillis(3000), null, List.of()))
			.toList();
		List<Step> steps = List.of(step("exchange", "cloudmatrix.events", "bean 'events'", Change.CREATE),
				step("queue", "search.documents", "application.yml:12:9", Change.CREATE),
				step("queue", "search.documents.retry-1s", "application.yml:12:9", Change.NONE), step("binding",
						"cloudmatrix.events → search.documents [document.#]", "application.yml:14:11", Change.ASSERT));
		Step drift = new Step(step("index", "search-queries", "class SearchQuery", Change.DRIFT).declaration(),
				Change.DRIFT, List.of(new Difference("mappings.found.type", "long", "keyword", false)));
		Step index = step("index", "documents", "classpath:groundwork/indices/documents.json", Change.UPDATE);
		return new GroundworkReport(new ReadinessSnapshot(state, gates, List.of(dependencies)), Duration.ofMillis(3456),
				tasks, WaitGraph.EMPTY,
				List.of(result("rabbitmq", steps, steps.subList(0, 2)),
						result("elasticsearch", List.of(index, unchanged(), drift), List.of(index))),
				Map.of(), contract());
	}

	static GroundworkReport failed(Instant jvmStart) {
		Diagnosis refused = new Diagnosis(FailureKind.PERMANENT, "queue 'search.documents' (application.yml:12:9)",
				"exists with other arguments than declared", "x-queue-type: expected 'quorum', found 'classic'",
				"Delete the queue when it is empty, and start again:\n    rabbitmqctl delete_queue search.documents --if-empty");
		TaskSnapshot task = new TaskSnapshot("rabbitmq", List.of(), TaskState.FAILED, jvmStart.plusMillis(2100),
				Duration.ofMillis(640), null, List.of(refused));
		return new GroundworkReport(new ReadinessSnapshot(ReadinessState.STARTING,
				List.of(new GateSnapshot("rabbitmq", GateState.FAILED, null, null, List.of(refused))), List.of()), null,
				List.of(task), WaitGraph.EMPTY, List.of(), Map.of(), contract());
	}

	static GroundworkReport deadlock(Instant jvmStart) {
		WaitGraph waits = new WaitGraph(List.of(
				new Wait("task 'presence'", "bean 'presenceRegistry'", "asks for the bean", Duration.ofSeconds(31),
						"groundwork-2", true),
				new Wait("bean 'presenceRegistry'", "bean 'searchClient'", "is injected", Duration.ofSeconds(31),
						"main", true),
				new Wait("bean 'searchClient'", "task 'presence'", "waits in its constructor", Duration.ofSeconds(30),
						"main", false),
				new Wait("task 'listeners'", "task 'presence'", "ordered after it", Duration.ZERO, null, true)));
		TaskSnapshot task = new TaskSnapshot("presence", List.of(), TaskState.RUNNING, jvmStart.plusMillis(2100),
				Duration.ofSeconds(31), "bean 'presenceRegistry'", List.of());
		return new GroundworkReport(new ReadinessSnapshot(ReadinessState.STARTING,
				List.of(new GateSnapshot("presence", GateState.CLOSED, null, task.waitingFor(), List.of())), List.of()),
				null, List.of(task), waits, List.of());
	}

	/**
	 * A report in which every name tries to be markup.
	 * @param jvmStart when the JVM started
	 * @return the report
	 */
	static GroundworkReport hostile(Instant jvmStart) {
		String name = "</script></style><script>window.hacked=1</script><img src=x onerror=hacked=1>\"'`";
		Diagnosis diagnosis = new Diagnosis(FailureKind.PERMANENT, name, name, name, name);
		TaskSnapshot task = new TaskSnapshot(name, List.of(name), TaskState.RUNNING, jvmStart.plusMillis(10),
				Duration.ofSeconds(1), name, List.of(diagnosis));
		Step drift = new Step(step(name, name, name, Change.DRIFT).declaration(), Change.DRIFT,
				List.of(new Difference(name, name, name, false)), List.of(name));
		return new GroundworkReport(
				new ReadinessSnapshot(ReadinessState.STARTING,
						List.of(new GateSnapshot(name, GateState.FAILED, null, name, List.of(diagnosis))),
						List.of(new DependencySnapshot(name, DependencyPolicy.STRICT, DependencyStatus.DOWN, true,
								STARTED, diagnosis))),
				null, List.of(task),
				new WaitGraph(List.of(new Wait(name, name + "2", name, Duration.ZERO, name, true))),
				List.of(result(name, List.of(drift), List.of())), Map.of(name, diagnosis),
				new ContractStatus(new Production(true, name),
						List.of(new SettingStatus(name, name, List.of(name),
								List.of(new Finding(name, Severity.ERROR, name, null, name, name)))),
						List.of(new Finding(name, Severity.WARNING, name, null, name, name))));
	}

	static DependencySnapshot dependency(String name, DependencyStatus status, @Nullable Diagnosis reason) {
		return new DependencySnapshot(name, DependencyPolicy.STARTUP, status, true,
				Instant.parse("2026-01-02T03:04:05Z"), reason);
	}

	static DependencySnapshot lostSearch(DependencyPolicy policy) {
		return new DependencySnapshot("elasticsearch", policy, DependencyStatus.DOWN, true, STARTED,
				new Diagnosis(FailureKind.TRANSIENT, "Elasticsearch at https://search:9200", "does not answer in time",
						"no answer in 2 s, 3 times in a row", "See whether its node runs: curl https://search:9200"));
	}

	private static ContractStatus contract() {
		return new ContractStatus(new Production(true, "it runs on Kubernetes"),
				List.of(new SettingStatus("app.jwt.secret", "JWT_SECRET", List.of("environment variable JWT_SECRET"),
						List.of()),
						new SettingStatus("app.cookie.secret", "COOKIE_SECRET",
								List.of("environment variable COOKIE_SECRET_KEY"),
								List.of(new Finding("alias", Severity.WARNING, "app.cookie.secret", null,
										"is read from the alias 'COOKIE_SECRET_KEY'",
										"Rename it to 'COOKIE_SECRET' where it is set.")))),
				List.of(new Finding("loopback-address", Severity.WARNING, "app.search.url",
						new Place(null, "app.search.url", "classpath:application.yml:7:10", true),
						"points to this machine, where nothing else runs in production",
						"Name the service, for example:\n    app.search.url: http://search:9200")));
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
