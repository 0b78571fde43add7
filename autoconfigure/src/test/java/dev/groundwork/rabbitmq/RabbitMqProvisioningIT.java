package dev.groundwork.rabbitmq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.plan.Change;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for provisioning a real RabbitMQ. Each has a virtual host of its own.
 */
@Timeout(60)
class RabbitMqProvisioningIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final ExchangeResource EVENTS = new ExchangeResource("events", "topic", true, false, false,
			Map.of());

	private static final QueueResource QUEUE = new QueueResource("documents", true, Map.of("x-queue-type", "quorum"));

	private static final BindingResource BINDING = new BindingResource("events", "documents", true, "document.#",
			Map.of());

	private LocalRabbitMq broker;

	private CachingConnectionFactory connectionFactory;

	@BeforeEach
	void createVirtualHost(TestInfo test) {
		this.broker = infrastructure.rabbitMq();
		String virtualHost = test.getTestMethod().orElseThrow().getName();
		this.broker.addVhost(virtualHost);
		this.connectionFactory = new CachingConnectionFactory("localhost", this.broker.getPort());
		this.connectionFactory.setUsername(this.broker.getUsername());
		this.connectionFactory.setPassword(this.broker.getPassword());
		this.connectionFactory.setVirtualHost(virtualHost);
	}

	@AfterEach
	void closeConnections() {
		this.connectionFactory.destroy();
	}

	@Test
	void createsWhatIsMissing() throws Exception {
		ProvisioningResult result = apply(EVENTS, QUEUE, BINDING);
		assertThat(result.changes()).extracting((step) -> step.id().toString())
			.containsExactly("exchange 'events'", "queue 'documents'", "binding 'events → documents [document.#]'");
		assertThat(list("list_queues", "name", "type")).containsExactly("documents\tquorum");
		assertThat(list("list_bindings", "source_name", "destination_name", "routing_key"))
			.contains("events\tdocuments\tdocument.#");
	}

	@Test
	void theSecondTimeChangesNothing() throws Exception {
		apply(EVENTS, QUEUE, BINDING);
		ProvisioningResult result = apply(EVENTS, QUEUE, BINDING);
		assertThat(result.changes()).isEmpty();
		assertThat(result.plan().summary()).isEqualTo("0 to create, 0 to update, 2 unchanged, 1 asserted");
	}

	@Test
	void queueWithOtherArgumentsStopsAtOnceAndNothingIsCreated() throws Exception {
		apply(new QueueResource("documents", true, Map.of("x-queue-type", "classic")));
		DiagnosedException failure = refused(EVENTS, QUEUE, BINDING);
		assertThat(failure.getDiagnoses()).singleElement().satisfies((diagnosis) -> {
			assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
			assertThat(diagnosis.subject()).isEqualTo("queue 'documents' (declared by a test)");
			assertThat(diagnosis.evidence()).isEqualTo("x-queue-type: expected 'quorum', found 'classic'");
			assertThat(diagnosis.remedy()).contains("rabbitmqctl delete_queue 'documents' --if-empty");
		});
		assertThat(list("list_exchanges", "name")).doesNotContain("events");
	}

	@Test
	void everyDriftIsReportedAtOnce() throws Exception {
		apply(new QueueResource("one", true, Map.of()), new QueueResource("two", true, Map.of()));
		DiagnosedException failure = refused(new QueueResource("one", true, Map.of("x-max-length", 5)),
				new QueueResource("two", false, Map.of()));
		assertThat(failure.getDiagnoses()).extracting(Diagnosis::evidence)
			.containsExactly("x-max-length: expected '5', found none", "durable: expected 'false', found 'true'");
	}

	@Test
	void argumentOfAnotherTypeIsDrift() throws Exception {
		apply(new QueueResource("documents", true, Map.of("x-max-length", 5)));
		apply(new QueueResource("documents", true, Map.of("x-max-length", 5L)));
		DiagnosedException failure = refused(new QueueResource("documents", true, Map.of("x-max-length", 6)));
		assertThat(failure.getDiagnoses().get(0).evidence()).isEqualTo("x-max-length: expected '6', found '5'");
	}

	@Test
	void userWithoutConfigureRightIsToldWhatToType() {
		this.broker.addUser("reader", "reader-password");
		this.broker.setPermissions(this.connectionFactory.getVirtualHost(), "reader", "^$", ".*", ".*");
		this.connectionFactory.setUsername("reader");
		this.connectionFactory.setPassword("reader-password");
		DiagnosedException failure = refused(EVENTS, QUEUE);
		assertThat(failure.getDiagnoses()).hasSize(2).first().satisfies((diagnosis) -> {
			assertThat(diagnosis.subject()).isEqualTo("exchange 'events' (declared by a test)");
			assertThat(diagnosis.cause())
				.startsWith("user 'reader' lacks a permission: configure on exchange 'events'");
			assertThat(diagnosis.evidence()).contains("403").contains("'events'");
			assertThat(diagnosis.remedy())
				.contains("rabbitmqctl set_permissions -p '%s' 'reader'"
					.formatted(this.connectionFactory.getVirtualHost()))
				.contains("groundwork.mode=verify")
				.doesNotContain("reader-password");
		});
	}

	@Test
	void verifyNeedsNoRightToCreate() throws Exception {
		apply(EVENTS, QUEUE, BINDING);
		this.broker.addUser("verifier", "verifier-password");
		this.broker.setPermissions(this.connectionFactory.getVirtualHost(), "verifier", "^$", ".*", ".*");
		this.connectionFactory.setUsername("verifier");
		this.connectionFactory.setPassword("verifier-password");
		assertThat(run(ProvisioningMode.VERIFY, EVENTS, QUEUE, BINDING).changes()).isEmpty();
	}

	@Test
	void verifyCreatesNothingAndWaits() throws Exception {
		List<String> reasons = new CopyOnWriteArrayList<>();
		Future<ProvisioningResult> verification = inBackground(() -> provisioning(ProvisioningMode.VERIFY, EVENTS)
			.run(provisioner(EVENTS).resolveDesiredState(), (diagnosis) -> reasons.add(diagnosis.summary())));
		await().atMost(Duration.ofSeconds(10)).until(() -> !reasons.isEmpty());
		assertThat(reasons.get(0)).isEqualTo("exchange 'events' (declared by a test): is missing");
		assertThat(list("list_exchanges", "name")).doesNotContain("events");
		apply(EVENTS);
		assertThat(verification.get(10, TimeUnit.SECONDS).changes()).isEmpty();
	}

	@Test
	void wrongPasswordStopsAtOnce() {
		this.connectionFactory.setPassword("not-the-password");
		DiagnosedException failure = refused(EVENTS);
		assertThat(failure.getDiagnoses().get(0).cause()).isEqualTo("login refused for user 'guest'");
		assertThat(failure).hasMessageNotContaining("not-the-password");
		assertThat(failure.getDiagnoses().toString()).doesNotContain("not-the-password");
	}

	@Test
	void missingVirtualHostStopsAtOnce() {
		this.connectionFactory.setVirtualHost("nowhere");
		DiagnosedException failure = refused(EVENTS);
		assertThat(failure.getDiagnoses().get(0).cause()).contains("virtual host 'nowhere' does not exist");
		assertThat(failure.getDiagnoses().get(0).remedy()).contains("rabbitmqctl add_vhost 'nowhere'");
	}

	@Test
	void unknownExchangeTypeStopsAtOnce() {
		DiagnosedException failure = refused(new ExchangeResource("odd", "x-unknown", true, false, false, Map.of()));
		assertThat(failure.getDiagnoses().get(0).cause()).isEqualTo("the broker does not know this type");
		assertThat(failure.getDiagnoses().get(0).remedy()).contains("rabbitmq-plugins enable");
	}

	@Test
	void bindingToAnExchangeOfAnotherServiceWaitsForIt() throws Exception {
		List<String> reasons = new CopyOnWriteArrayList<>();
		Future<ProvisioningResult> provisioning = inBackground(
				() -> provisioning(ProvisioningMode.APPLY, QUEUE, BINDING).run(
						provisioner(QUEUE, BINDING).resolveDesiredState(),
						(diagnosis) -> reasons.add(diagnosis.summary())));
		await().atMost(Duration.ofSeconds(10)).until(() -> !reasons.isEmpty());
		assertThat(reasons.get(0)).contains("binding 'events → documents [document.#]'")
			.contains("what it refers to does not exist");
		apply(EVENTS);
		provisioning.get(10, TimeUnit.SECONDS);
		assertThat(list("list_bindings", "source_name")).contains("events");
	}

	@Test
	void replicasThatStartAtOnceAllSucceed() throws Exception {
		int replicas = 10;
		ExecutorService executor = Executors.newFixedThreadPool(replicas);
		try {
			List<Callable<ProvisioningResult>> tasks = new ArrayList<>();
			for (int i = 0; i < replicas; i++) {
				tasks.add(() -> apply(EVENTS, QUEUE, BINDING));
			}
			for (Future<ProvisioningResult> future : executor.invokeAll(tasks)) {
				assertThat(future.get().attempts()).isEqualTo(1);
			}
			assertThat(list("list_queues", "name")).containsExactly("documents");
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void frozenBrokerIsWaitedFor() throws Exception {
		List<String> reasons = new CopyOnWriteArrayList<>();
		this.broker.freeze();
		try {
			Future<ProvisioningResult> provisioning = inBackground(() -> provisioning(ProvisioningMode.APPLY, EVENTS)
				.run(provisioner(EVENTS).resolveDesiredState(), (diagnosis) -> reasons.add(diagnosis.summary())));
			await().atMost(Duration.ofSeconds(15)).until(() -> !reasons.isEmpty());
			this.broker.resume();
			assertThat(provisioning.get(15, TimeUnit.SECONDS).plan().steps(Change.CREATE)).hasSize(1);
		}
		finally {
			this.broker.resume();
		}
	}

	@Test
	void theConnectionHasANameOfItsOwn() throws Exception {
		try (var session = provisioner(EVENTS).open()) {
			await().atMost(Duration.ofSeconds(10))
				.until(() -> this.broker.control("list_connections", "client_properties").contains("tests/groundwork"));
			assertThat(session).isNotNull();
		}
	}

	private ProvisioningResult apply(Resource... resources) throws InterruptedException {
		return run(ProvisioningMode.APPLY, resources);
	}

	private ProvisioningResult run(ProvisioningMode mode, Resource... resources) throws InterruptedException {
		return provisioning(mode, resources).run(provisioner(resources).resolveDesiredState(), (diagnosis) -> {
		});
	}

	private DiagnosedException refused(Resource... resources) {
		long start = System.nanoTime();
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, () -> apply(resources));
		assertThat(failure).isNotNull();
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		return failure;
	}

	private Provisioning provisioning(ProvisioningMode mode, Resource... resources) {
		return new Provisioning(provisioner(resources), mode);
	}

	private Provisioner provisioner(Resource... resources) {
		return RabbitMqBackEnd.provisioner(this.connectionFactory, "tests/groundwork",
				() -> List.of(resources).stream().map((resource) -> new Declaration(resource, "a test")).toList());
	}

	private static <T> Future<T> inBackground(Callable<T> callable) {
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			return executor.submit(callable);
		}
		finally {
			executor.shutdown();
		}
	}

	private List<String> list(String command, String... columns) {
		List<String> arguments = new ArrayList<>(
				List.of(command, "--quiet", "--no-table-headers", "-p", this.connectionFactory.getVirtualHost()));
		arguments.addAll(List.of(columns));
		return this.broker.control(arguments.toArray(String[]::new)).lines().toList();
	}

}
