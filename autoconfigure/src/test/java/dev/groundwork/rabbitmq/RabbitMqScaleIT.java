package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Outcome.Failed;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for topologies of hundreds and thousands on a real RabbitMQ, with
 * faults in their middle. Each has a virtual host of its own.
 */
@Timeout(120)
class RabbitMqScaleIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private LocalRabbitMq broker;

	private CachingConnectionFactory connectionFactory;

	@BeforeEach
	void createVirtualHost(TestInfo test) {
		this.broker = infrastructure.rabbitMq();
		String virtualHost = "scale-" + test.getTestMethod().orElseThrow().getName();
		this.broker.addVhost(virtualHost);
		this.connectionFactory = new CachingConnectionFactory("localhost", this.broker.getPort());
		this.connectionFactory.setUsername(this.broker.getUsername());
		this.connectionFactory.setPassword(this.broker.getPassword());
		this.connectionFactory.setVirtualHost(virtualHost);
	}

	@AfterEach
	void deleteVirtualHost() {
		this.connectionFactory.destroy();
		this.broker.control("delete_vhost", this.connectionFactory.getVirtualHost());
	}

	@Test
	void thousandOfEachAreCreatedAndFoundAgain() throws Exception {
		List<Resource> topology = topology(1_000);
		apply(topology);
		assertThat(list("list_exchanges", "name")).filteredOn((name) -> name.startsWith("exchange.")).hasSize(1_000);
		assertThat(list("list_queues", "name")).hasSize(1_000);
		assertThat(list("list_bindings", "source_name")).filteredOn((name) -> name.startsWith("exchange."))
			.hasSize(1_000);
		ProvisioningResult again = apply(topology);
		assertThat(again.changes()).isEmpty();
		assertThat(again.plan().summary()).isEqualTo("0 to create, 0 to update, 2000 unchanged, 1000 asserted");
	}

	@Test
	void fiveThousandObjectsAtOnceDoNotBlockEachOther() throws Exception {
		List<Resource> topology = topology(1_700);
		apply(topology);
		assertThat(apply(topology).plan().steps(Change.NONE)).hasSize(3_400);
	}

	@Test
	void whatIsUnchangedIsInspectedWithinOneAnswer() throws Exception {
		List<Resource> topology = topology(500);
		apply(topology);
		try (ProvisioningSession session = provisioner(topology).open()) {
			long start = System.nanoTime();
			session.inspect(desired(topology), ProvisioningMode.APPLY);
			assertThat(since(start)).isLessThan(Duration.ofSeconds(1));
		}
	}

	@Test
	void twentyCulpritsAmongThreeThousandAreAllNamed() throws Exception {
		List<Resource> topology = topology(1_000);
		apply(topology);
		List<Resource> changed = new ArrayList<>(topology);
		List<String> culprits = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			Resource culprit = (i % 2 == 0) ? new QueueResource(queue(i * 50).name(), true, Map.of("x-max-length", 7))
					: new ExchangeResource(exchange(i * 50).name(), "direct", true, false, false, Map.of());
			changed.replaceAll((resource) -> resource.id().equals(culprit.id()) ? culprit : resource);
			culprits.add(culprit.id() + " (declared by a test)");
		}
		DiagnosedException failure = refused(changed);
		assertThat(failure.getDiagnoses()).extracting(Diagnosis::subject).containsExactlyInAnyOrderElementsOf(culprits);
		assertThat(failure.getDiagnoses()).extracting(Diagnosis::evidence)
			.containsOnly("x-max-length: expected '7', found none", "type: expected 'direct', found 'topic'");
	}

	@Test
	void driftAmongMissingObjectsRefusesBeforeAnythingIsCreated() throws Exception {
		apply(List.of(new QueueResource(queue(7).name(), false, Map.of())));
		DiagnosedException failure = refused(topology(20));
		assertThat(failure.getDiagnoses()).extracting(Diagnosis::evidence)
			.containsExactly("durable: expected 'true', found 'false'");
		assertThat(list("list_queues", "name")).containsExactly(queue(7).name());
		assertThat(list("list_exchanges", "name")).noneMatch((name) -> name.startsWith("exchange."));
	}

	@Test
	void driftOnAnAlmostEmptyBrokerIsExplainedWhenItIsDeclared() throws Exception {
		apply(List.of(new QueueResource(queue(400).name(), false, Map.of())));
		DiagnosedException failure = refused(topology(500), Duration.ofSeconds(5));
		assertThat(failure.getDiagnoses()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.subject()).isEqualTo(queue(400).id() + " (declared by a test)");
			assertThat(diagnosis.cause()).isEqualTo("exists with other attributes than declared");
			assertThat(diagnosis.evidence()).isEqualTo("durable: expected 'true', found 'false'");
		});
	}

	@Test
	void newQueueBesideManyIsTheOnlyOneCreated() throws Exception {
		List<Resource> topology = new ArrayList<>(topology(250));
		apply(topology);
		topology.add(300, new QueueResource("new", true, Map.of()));
		assertThat(apply(topology).changes()).extracting((step) -> step.id().toString()).containsExactly("queue 'new'");
	}

	@Test
	void planIsExactHoweverMuchIsMissing() throws Exception {
		apply(topology(20));
		List<Resource> topology = topology(220);
		try (ProvisioningSession session = provisioner(topology).open()) {
			Plan plan = Plan.between(desired(topology), session.inspect(desired(topology), ProvisioningMode.PLAN));
			assertThat(plan.summary()).isEqualTo("600 to create, 0 to update, 40 unchanged, 20 asserted");
		}
		assertThat(list("list_queues", "name")).hasSize(20);
	}

	@Test
	void everyMissingRightIsNamed() {
		this.broker.addUser("half", "half-password");
		this.broker.setPermissions(this.connectionFactory.getVirtualHost(), "half", ".*[02468]$", ".*", ".*");
		this.connectionFactory.setUsername("half");
		this.connectionFactory.setPassword("half-password");
		DiagnosedException failure = refused(topology(100));
		assertThat(failure.getDiagnoses()).hasSize(100).allSatisfy((diagnosis) -> {
			assertThat(diagnosis.cause()).startsWith("user 'half' lacks a permission: configure on ");
			assertThat(diagnosis.subject()).matches(".*[13579]' .*");
		});
		assertThat(list("list_queues", "name")).hasSize(50);
		assertThat(list("list_bindings", "source_name")).filteredOn((name) -> name.startsWith("exchange.")).hasSize(50);
	}

	@Test
	void unknownTypeInTheMiddleDoesNotKeepTheRestFromBeingCreated() {
		List<Resource> topology = new ArrayList<>(topology(100));
		topology.add(50, new ExchangeResource("odd", "x-unknown", true, false, false, Map.of()));
		topology.add(150, new ExchangeResource("odd too", "x-unknown", true, false, false, Map.of()));
		DiagnosedException failure = refused(topology);
		assertThat(failure.getDiagnoses()).extracting(Diagnosis::subject)
			.containsExactlyInAnyOrder("exchange 'odd' (declared by a test)",
					"exchange 'odd too' (declared by a test)");
		assertThat(list("list_queues", "name")).hasSize(100);
		assertThat(list("list_bindings", "source_name")).filteredOn((name) -> name.startsWith("exchange."))
			.hasSize(100);
	}

	@Test
	void tooLongANameToBeQuotedIsFoundAllTheSame() throws Exception {
		Resource longName = new QueueResource("q".repeat(240), true, Map.of());
		List<Resource> topology = new ArrayList<>(topology(100));
		topology.add(77, longName);
		apply(topology);
		topology.set(77, new QueueResource("q".repeat(240), false, Map.of()));
		assertThat(refused(topology).getDiagnoses()).extracting(Diagnosis::subject)
			.containsExactly(longName.id() + " (declared by a test)");
	}

	@Test
	void replicasThatStartAtOnceAllSucceed() throws Exception {
		List<Resource> topology = topology(200);
		int replicas = 10;
		ExecutorService executor = Executors.newFixedThreadPool(replicas);
		try {
			List<Callable<ProvisioningResult>> tasks = new ArrayList<>();
			for (int i = 0; i < replicas; i++) {
				tasks.add(() -> apply(topology));
			}
			for (Future<ProvisioningResult> future : executor.invokeAll(tasks)) {
				assertThat(future.get().attempts()).isEqualTo(1);
			}
			assertThat(list("list_queues", "name")).hasSize(200);
			assertThat(list("list_bindings", "source_name")).filteredOn((name) -> name.startsWith("exchange."))
				.hasSize(200);
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void whatBelongsToSomebodyElseIsAwaitedAndNotDeclared() throws Exception {
		apply(List.of(new QueueResource("theirs", false, Map.of())));
		List<Declaration> declarations = List.of(
				new Declaration(new QueueResource("theirs", true, Map.of()), "a test", true),
				new Declaration(new QueueResource("missing", true, Map.of()), "a test", true));
		DesiredState desired = DesiredState.of(declarations);
		try (ProvisioningSession session = provisioner(List.of()).open()) {
			Plan plan = Plan.between(desired, session.inspect(desired, ProvisioningMode.APPLY));
			assertThat(plan.steps()).extracting(Step::change).containsExactly(Change.NONE, Change.AWAIT);
		}
		assertThat(list("list_queues", "name")).containsExactly("theirs");
	}

	@Test
	void progressNeverTellsMoreThanThereIs() throws Exception {
		List<Resource> topology = topology(1);
		List<String> told = new CopyOnWriteArrayList<>();
		try (ProvisioningSession session = provisioner(topology).open()) {
			session.apply(steps(topology), told::add);
		}
		assertThat(told).contains("declared 2 of 2 exchanges and queues", "declared 1 of 1 bindings");
	}

	@Test
	void interruptionEndsTheWaitForFrozenBroker() throws Exception {
		List<Resource> topology = topology(300);
		Thread caller = Thread.currentThread();
		CompletableFuture<Long> interruptedAt = new CompletableFuture<>();
		List<Outcome> outcomes;
		boolean interrupted;
		Duration took;
		try (ProvisioningSession session = provisioner(topology).open()) {
			this.broker.freeze();
			CompletableFuture.runAsync(() -> {
				await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
				interruptedAt.complete(System.nanoTime());
				caller.interrupt();
			});
			outcomes = session.apply(steps(topology), (progress) -> {
			});
		}
		finally {
			interrupted = Thread.interrupted();
			took = since(interruptedAt.join());
			this.broker.resume();
		}
		assertThat(interrupted).isTrue();
		assertThat(took).isLessThan(Duration.ofSeconds(2));
		assertThat(outcomes).filteredOn(Failed.class::isInstance).hasSize(1);
		assertThat(apply(topology).plan().steps(Change.DRIFT)).isEmpty();
	}

	@Test
	void brokerThatFreezesInTheMiddleIsTriedAgain() throws Exception {
		List<Resource> topology = topology(300);
		AtomicBoolean frozen = new AtomicBoolean();
		List<Diagnosis> reasons = new CopyOnWriteArrayList<>();
		long start = System.nanoTime();
		ProvisioningResult result = new Provisioning(provisioner(topology), ProvisioningMode.APPLY)
			.run(desired(topology), (diagnosis) -> {
				reasons.add(diagnosis);
				this.broker.resume();
			}, (progress) -> {
				if (frozen.compareAndSet(false, true)) {
					this.broker.freeze();
				}
			});
		assertThat(reasons).isNotEmpty()
			.allSatisfy((reason) -> assertThat(reason.kind()).isEqualTo(FailureKind.TRANSIENT));
		assertThat(result.attempts()).isGreaterThan(1);
		assertThat(since(start)).isLessThan(Duration.ofSeconds(40));
		assertThat(list("list_queues", "name")).hasSize(300);
	}

	@Test
	void connectionThatIsCutInTheMiddleIsTriedAgain() throws Exception {
		List<Resource> topology = topology(300);
		AtomicBoolean cut = new AtomicBoolean();
		List<Diagnosis> reasons = new CopyOnWriteArrayList<>();
		try (NioReactor reactor = new NioReactor(); TcpCrusher proxy = proxy(reactor)) {
			this.connectionFactory.setPort(proxy.getBindAddress().getPort());
			ProvisioningResult result = new Provisioning(provisioner(topology), ProvisioningMode.APPLY)
				.run(desired(topology), reasons::add, (progress) -> {
					if (cut.compareAndSet(false, true)) {
						proxy.closeAllPairs();
					}
				});
			assertThat(reasons).singleElement()
				.satisfies((reason) -> assertThat(reason.kind()).isEqualTo(FailureKind.TRANSIENT));
			assertThat(result.attempts()).isEqualTo(2);
		}
		assertThat(list("list_queues", "name")).hasSize(300);
		assertThat(list("list_bindings", "source_name")).filteredOn((name) -> name.startsWith("exchange."))
			.hasSize(300);
	}

	@Test
	void peerThatNoLongerReadsDoesNotHoldTheCallerForever() throws Exception {
		List<Resource> topology = topology(10_000);
		try (NioReactor reactor = new NioReactor(); TcpCrusher proxy = proxy(reactor)) {
			this.connectionFactory.setPort(proxy.getBindAddress().getPort());
			ProvisioningSession session = provisioner(topology).open();
			proxy.freeze();
			long start = System.nanoTime();
			DiagnosedException failure = catchThrowableOfType(DiagnosedException.class,
					() -> session.inspect(desired(topology), ProvisioningMode.VERIFY));
			session.close();
			assertThat(failure.getKind()).isEqualTo(FailureKind.TRANSIENT);
			assertThat(since(start)).isLessThan(Duration.ofSeconds(25));
		}
	}

	private TcpCrusher proxy(NioReactor reactor) throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		return TcpCrusherBuilder.builder()
			.withReactor(reactor)
			.withBindAddress("127.0.0.1", port)
			.withConnectAddress("127.0.0.1", this.broker.getPort())
			.buildAndOpen();
	}

	private static List<Resource> topology(int count) {
		Stream<Resource> exchanges = IntStream.range(0, count).mapToObj(RabbitMqScaleIT::exchange);
		Stream<Resource> queues = IntStream.range(0, count).mapToObj(RabbitMqScaleIT::queue);
		Stream<Resource> bindings = IntStream.range(0, count).mapToObj(RabbitMqScaleIT::binding);
		return Stream.of(exchanges, queues, bindings).flatMap((resources) -> resources).toList();
	}

	private static ExchangeResource exchange(int index) {
		return new ExchangeResource("exchange.%04d".formatted(index), "topic", true, false, false, Map.of());
	}

	private static QueueResource queue(int index) {
		return new QueueResource("queue.%04d".formatted(index), true, Map.of());
	}

	private static BindingResource binding(int index) {
		return new BindingResource(exchange(index).name(), queue(index).name(), true, "key." + index, Map.of());
	}

	private static List<Step> steps(List<Resource> resources) {
		return desired(resources).declarations()
			.stream()
			.map((declaration) -> new Step(declaration, Change.CREATE, List.of()))
			.toList();
	}

	private static DesiredState desired(List<Resource> resources) {
		return DesiredState.of(declarations(resources));
	}

	private static List<Declaration> declarations(List<Resource> resources) {
		return resources.stream().map((resource) -> new Declaration(resource, "a test")).toList();
	}

	private ProvisioningResult apply(List<Resource> resources) throws InterruptedException {
		return new Provisioning(provisioner(resources), ProvisioningMode.APPLY).run(desired(resources), (diagnosis) -> {
		});
	}

	private DiagnosedException refused(List<Resource> resources) {
		return refused(resources, Duration.ofSeconds(1));
	}

	private DiagnosedException refused(List<Resource> resources, Duration limit) {
		long start = System.nanoTime();
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, () -> apply(resources));
		Duration took = since(start);
		assertThat(failure).isNotNull();
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(took).isLessThan(limit);
		return failure;
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private Provisioner provisioner(List<Resource> resources) {
		return RabbitMqBackEnd.provisioner(this.connectionFactory, "tests/groundwork", () -> declarations(resources));
	}

	private List<String> list(String command, String... columns) {
		List<String> arguments = new ArrayList<>(
				List.of(command, "--quiet", "--no-table-headers", "-p", this.connectionFactory.getVirtualHost()));
		arguments.addAll(List.of(columns));
		return this.broker.control(arguments.toArray(String[]::new)).lines().toList();
	}

}
