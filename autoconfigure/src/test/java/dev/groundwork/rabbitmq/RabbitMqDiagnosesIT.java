package dev.groundwork.rabbitmq;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests that provoke what {@link RabbitMqDiagnoses} explains. The first
 * attempt is diagnosed within a second.
 */
@Timeout(90)
class RabbitMqDiagnosesIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final String USER = "limited";

	private static final ExchangeResource EVENTS = new ExchangeResource("events", "topic", true, false, false,
			Map.of());

	private static final QueueResource QUEUE = new QueueResource("orders", true, Map.of());

	private static final BindingResource BINDING = new BindingResource("events", "orders", true, "k", Map.of());

	private LocalRabbitMq broker;

	private CachingConnectionFactory connectionFactory;

	private String virtualHost;

	@BeforeEach
	void createVirtualHost(TestInfo test) {
		this.broker = infrastructure.rabbitMq();
		this.virtualHost = test.getTestMethod().orElseThrow().getName() + System.nanoTime();
		this.broker.addVhost(this.virtualHost);
		this.connectionFactory = new CachingConnectionFactory("localhost", this.broker.getPort());
		this.connectionFactory.setUsername(this.broker.getUsername());
		this.connectionFactory.setPassword(this.broker.getPassword());
		this.connectionFactory.setVirtualHost(this.virtualHost);
	}

	@AfterEach
	void closeConnections() {
		this.connectionFactory.destroy();
	}

	@Test
	void wrongPassword() {
		this.connectionFactory.setPassword("not-the-password");
		Diagnosis diagnosis = diagnose(QUEUE);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo("login refused for user 'guest'");
		assertThat(diagnosis.toString()).doesNotContain("not-the-password");
	}

	@Test
	void missingVirtualHostIsToldFromOneThatIsForbidden() {
		this.connectionFactory.setVirtualHost("nowhere");
		assertThat(diagnose(QUEUE).cause()).isEqualTo("virtual host 'nowhere' does not exist");
		becomeLimitedUser();
		Diagnosis forbidden = diagnose(QUEUE);
		assertThat(forbidden.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(forbidden.cause())
			.isEqualTo("user 'limited' may not use virtual host '%s'".formatted(this.virtualHost));
	}

	@Test
	void virtualHostThatIsDown() {
		this.broker.control("eval",
				"rabbit_vhost_sup_sup:delete_on_all_nodes(<<\"%s\">>).".formatted(this.virtualHost));
		Diagnosis diagnosis = diagnose(QUEUE);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause()).isEqualTo("virtual host '%s' is down".formatted(this.virtualHost));
		this.broker.control("restart_vhost", "-p", this.virtualHost);
		assertThat(provision(QUEUE)).isNull();
	}

	@Test
	void connectionsOfTheVirtualHostAreExhausted() {
		this.broker.control("set_vhost_limits", "-p", this.virtualHost, "{\"max-connections\":0}");
		Diagnosis diagnosis = diagnose(QUEUE);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause())
			.isEqualTo("virtual host '%s' has all the connections it may have".formatted(this.virtualHost));
	}

	@ParameterizedTest
	@CsvSource({ "max-connections, user 'limited' has all the connections it may have",
			"max-channels, user 'limited' has all the channels it may have" })
	void limitOfTheUserIsExhausted(String limit, String cause) {
		limitUser(".*", ".*", ".*");
		this.broker.control("set_user_limits", USER, "{\"%s\":0}".formatted(limit));
		try {
			Diagnosis diagnosis = diagnose(QUEUE);
			assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
			assertThat(diagnosis.cause()).isEqualTo(cause);
			assertThat(diagnosis.subject()).startsWith("RabbitMQ at ");
		}
		finally {
			this.broker.control("clear_user_limits", USER, "all");
		}
	}

	@Test
	void queuesOfTheVirtualHostAreExhausted() {
		this.broker.control("set_vhost_limits", "-p", this.virtualHost, "{\"max-queues\":0}");
		Diagnosis diagnosis = diagnose(QUEUE);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo("the virtual host has all the 0 queues it may have");
	}

	@Test
	void declareWithoutTheRightToConfigure() {
		limitUser("^$", ".*", ".*");
		assertMissing(diagnose(QUEUE), "configure on queue 'orders'");
		assertMissing(diagnose(EVENTS), "configure on exchange 'events'");
	}

	@Test
	void deadLetterExchangeNeedsTheRightsToReadAndToWrite() {
		QueueResource queue = new QueueResource("orders", true, Map.of("x-dead-letter-exchange", "dlx"));
		limitUser(".*", "^orders$", ".*");
		assertMissing(diagnose(queue), "write on exchange 'dlx'");
		limitUser(".*", ".*", "^$");
		assertMissing(diagnose(queue), "configure or read on queue 'orders'");
		limitUser("^orders$", "^dlx$", "^orders$");
		assertThat(provision(queue)).isNull();
	}

	@Test
	void alternateExchangeNeedsTheRightsToReadAndToWrite() {
		ExchangeResource exchange = new ExchangeResource("events", "topic", true, false, false,
				Map.of("alternate-exchange", "ae"));
		limitUser(".*", "^events$", ".*");
		assertMissing(diagnose(exchange), "write on exchange 'ae'");
		limitUser(".*", ".*", "^$");
		assertMissing(diagnose(exchange), "configure or read on exchange 'events'");
	}

	@Test
	void bindingNeedsTheRightsToReadAndToWrite() {
		assertThat(provision(EVENTS, QUEUE)).isNull();
		limitUser(".*", "^$", ".*");
		assertMissing(diagnose(BINDING), "write on queue 'orders'");
		limitUser(".*", ".*", "^$");
		assertMissing(diagnose(BINDING), "read on exchange 'events'");
	}

	@Test
	void bindingOfExchangesNeedsTheRightsToReadAndToWrite() {
		BindingResource binding = new BindingResource("events", "audit", false, "k", Map.of());
		assertThat(provision(EVENTS, new ExchangeResource("audit", "topic", true, false, false, Map.of()))).isNull();
		limitUser(".*", "^$", ".*");
		assertMissing(diagnose(binding), "write on exchange 'audit'");
		limitUser(".*", ".*", "^$");
		assertMissing(diagnose(binding), "read on exchange 'events'");
	}

	@Test
	void bindingToATopicThatIsForbidden() {
		limitUser(".*", ".*", ".*");
		this.broker.control("set_topic_permissions", "-p", this.virtualHost, USER, "events", "^$", "^$");
		Diagnosis diagnosis = diagnose(EVENTS, QUEUE, BINDING);
		assertMissing(diagnosis, "read on topic 'k'");
		assertThat(diagnosis.remedy()).contains("set_topic_permissions");
	}

	@Test
	void theCommandOfTheRemedyHelps() {
		limitUser("^$", "^$", "^$");
		String command = diagnose(QUEUE).remedy()
			.lines()
			.filter((line) -> line.contains("rabbitmqctl set_permissions"))
			.findFirst()
			.orElseThrow()
			.replace("'", "");
		this.broker.control(command.strip().substring("rabbitmqctl ".length()).split(" "));
		assertThat(provision(QUEUE)).isNull();
	}

	@Test
	void namesOfTheBrokerItself() {
		Diagnosis diagnosis = diagnose(new QueueResource("amq.orders", true, Map.of()));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo("the name is reserved");
	}

	@Test
	void bindingToWhatDoesNotExist() {
		Diagnosis diagnosis = diagnose(QUEUE, BINDING);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause()).isEqualTo("what it refers to does not exist: no exchange 'events'");
	}

	@Test
	void exclusiveQueueOfAnotherConnection() throws Exception {
		try (Connection other = connect(); Channel channel = other.createChannel()) {
			channel.queueDeclare("orders", false, true, false, null);
			Diagnosis diagnosis = diagnose(QUEUE);
			assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
			assertThat(diagnosis.cause()).isEqualTo("an exclusive queue of another connection has this name");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					quorum | x-max-priority | 5 | a queue of type 'quorum' does not know argument 'x-max-priority'
					classic | x-max-length | -1 | the broker does not accept the value of argument 'x-max-length': it is too small
					classic | x-max-priority | 256 | the broker does not accept the value of argument 'x-max-priority': it is too large
					nope | x-max-length | 1 | the broker does not know this type of queue
					""")
	void argumentThatTheBrokerDoesNotAccept(String type, String argument, int value, String cause) {
		Diagnosis diagnosis = diagnose(
				new QueueResource("orders", true, Map.of("x-queue-type", type, argument, value)));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo(cause);
	}

	@Test
	void numberThatIsDeclaredAsText() {
		Diagnosis diagnosis = diagnose(new QueueResource("orders", true, Map.of("x-message-ttl", "60000")));
		assertThat(diagnosis.cause()).endsWith("it is of the wrong type");
		assertThat(diagnosis.remedy()).contains("no quotes");
	}

	@Test
	void quorumQueueThatIsNotDurable() {
		assertThat(diagnose(new QueueResource("orders", false, Map.of("x-queue-type", "quorum"))).cause())
			.isEqualTo("a queue of this type cannot be not durable");
	}

	@Test
	void typeWhosePluginIsNotEnabled() {
		Diagnosis diagnosis = diagnose(
				new ExchangeResource("later", "x-delayed-message", true, false, false, Map.of()));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.remedy()).contains("rabbitmq-plugins enable rabbitmq_delayed_message_exchange");
	}

	@Test
	void argumentThatTheBrokerStumblesOver() {
		Diagnosis diagnosis = diagnose(
				new QueueResource("orders", true, Map.of("x-queue-type", "stream", "x-max-age", "nope")));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause()).isEqualTo("the broker failed inside");
		assertThat(diagnosis.remedy()).contains("an argument may have a value that the broker cannot read");
	}

	@Test
	void connectionThatSomebodyCloses() {
		try (var session = provisioner(QUEUE).open()) {
			this.broker.control("close_all_connections", "--vhost", this.virtualHost, "--limit", "0", "maintenance");
			DiagnosedException failure = catchThrowableOfType(DiagnosedException.class,
					() -> session.inspect(provisioner(QUEUE).resolveDesiredState(), ProvisioningMode.APPLY));
			assertThat(failure.getDiagnoses().get(0).kind()).isEqualTo(FailureKind.TRANSIENT);
			assertThat(failure.getDiagnoses().get(0).cause()).isEqualTo("somebody closed the connection");
		}
	}

	@Test
	void brokerThatShutsDownAndIsGone() {
		LocalRabbitMq own = infrastructure.newRabbitMq();
		own.start();
		this.connectionFactory.setPort(own.getPort());
		this.connectionFactory.setVirtualHost("/");
		try (var session = provisioner(QUEUE).open()) {
			own.control("stop_app");
			DiagnosedException failure = catchThrowableOfType(DiagnosedException.class,
					() -> session.inspect(provisioner(QUEUE).resolveDesiredState(), ProvisioningMode.APPLY));
			assertThat(failure.getDiagnoses().get(0).kind()).isEqualTo(FailureKind.TRANSIENT);
			assertThat(failure.getDiagnoses().get(0).cause()).isEqualTo("the broker is shutting down");
		}
		assertThat(diagnose(QUEUE).cause()).isEqualTo("connection refused");
	}

	@ParameterizedTest
	@CsvSource({ "set_vm_memory_high_watermark, 0.00001, 0.4, memory", "set_disk_free_limit, 100000GB, 50MB, disk" })
	void alarmStopsWhoPublishesButNotTheGroundwork(String command, String alarm, String calm, String resource)
			throws Exception {
		AtomicReference<String> reason = new AtomicReference<>("");
		try (Connection publisher = connect()) {
			publisher.addBlockedListener(reason::set, () -> {
			});
			Channel channel = publisher.createChannel();
			this.broker.control(command, alarm);
			try {
				channel.basicPublish("", "nowhere", null, new byte[1]);
				await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(reason.get()).contains(resource));
				assertThat(provision(EVENTS, QUEUE, BINDING)).isNull();
			}
			finally {
				this.broker.control(command, calm);
			}
		}
	}

	private void assertMissing(Diagnosis diagnosis, String right) {
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).startsWith("user 'limited' lacks a permission: " + right);
		assertThat(diagnosis.evidence()).startsWith("403: ");
	}

	private void limitUser(String configure, String write, String read) {
		becomeLimitedUser();
		this.broker.setPermissions(this.virtualHost, USER, configure, write, read);
	}

	private void becomeLimitedUser() {
		if (!this.broker.control("list_users").contains(USER)) {
			this.broker.addUser(USER, "limited-password");
		}
		this.connectionFactory.setVirtualHost(this.virtualHost);
		this.connectionFactory.setUsername(USER);
		this.connectionFactory.setPassword("limited-password");
	}

	private Connection connect() throws Exception {
		return this.connectionFactory.getRabbitConnectionFactory().newConnection();
	}

	private Diagnosis diagnose(Resource... resources) {
		long start = System.nanoTime();
		Diagnosis diagnosis = provision(resources);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
		assertThat(diagnosis).isNotNull();
		return diagnosis;
	}

	/**
	 * Provision until the first failure.
	 * @param resources what must exist
	 * @return the diagnosis of the failure or {@code null} if there was none
	 */
	private @Nullable Diagnosis provision(Resource... resources) {
		AtomicReference<@Nullable Diagnosis> first = new AtomicReference<>();
		try {
			new Provisioning(provisioner(resources), ProvisioningMode.APPLY)
				.run(provisioner(resources).resolveDesiredState(), (diagnosis) -> {
					first.compareAndSet(null, diagnosis);
					Thread.currentThread().interrupt();
				});
		}
		catch (DiagnosedException ex) {
			first.compareAndSet(null, ex.getDiagnoses().get(0));
		}
		catch (InterruptedException ex) {
			// the first failure is enough
		}
		return first.get();
	}

	private Provisioner provisioner(Resource... resources) {
		return RabbitMqBackEnd.provisioner(this.connectionFactory, "tests/groundwork",
				() -> List.of(resources).stream().map((resource) -> new Declaration(resource, "a test")).toList());
	}

}
