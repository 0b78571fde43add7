package dev.groundwork.rabbitmq;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.Planning;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.rabbitmq.ManagementAccess.Credentials;
import dev.groundwork.resource.Declaration;
import org.jspecify.annotations.Nullable;
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
 * Integration tests for the comparison by the management API of a real RabbitMQ. Each has
 * a virtual host of its own, with a name that must be encoded.
 */
@Timeout(60)
class ManagementComparisonIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final Declaration EVENTS = Declarations.exchange("events", "topic");

	private static final Declaration QUEUE = Declarations.queue("documents", Map.of("x-queue-type", "quorum"));

	private static final Declaration BINDING = Declarations.binding("events", "documents", "document.#");

	private LocalRabbitMq broker;

	private CachingConnectionFactory connectionFactory;

	private Credentials credentials;

	private @Nullable String uri;

	@BeforeEach
	void createVirtualHost(TestInfo test) {
		this.broker = infrastructure.rabbitMq();
		String virtualHost = "/compared by " + test.getTestMethod().orElseThrow().getName();
		this.broker.addVhost(virtualHost);
		this.connectionFactory = new CachingConnectionFactory("localhost", this.broker.getPort());
		this.connectionFactory.setUsername(this.broker.getUsername());
		this.connectionFactory.setPassword(this.broker.getPassword());
		this.connectionFactory.setVirtualHost(virtualHost);
		this.credentials = new Credentials(this.broker.getUsername(), this.broker.getPassword());
		this.uri = this.broker.getManagementUri().toString();
	}

	@AfterEach
	void closeConnections() {
		this.connectionFactory.destroy();
	}

	@Test
	void everyDifferingArgumentIsShown() throws Exception {
		apply(Declarations.queue("drifted",
				Map.of("x-queue-type", "classic", "x-message-ttl", 60_000, "x-max-length", 10)));
		Declaration declared = Declarations.queue("drifted", Map.of("x-queue-type", "quorum", "x-message-ttl", 1_000,
				"x-overflow", "reject-publish", "x-max-length", 10));
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, () -> apply(declared));
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(failure.getDiagnoses()).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.evidence().split("; ")).containsExactlyInAnyOrder(
					"x-queue-type: expected 'quorum', found 'classic'", "x-message-ttl: expected '1000', found '60000'",
					"x-overflow: expected 'reject-publish', found none"));
	}

	@Test
	void withoutTheApiTheFirstDifferenceIsShownAndThatItIsTheFirst() throws Exception {
		this.uri = null;
		apply(Declarations.queue("drifted", Map.of("x-message-ttl", 60_000, "x-max-length", 10)));
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class,
				() -> apply(Declarations.queue("drifted")));
		assertThat(failure.getDiagnoses().get(0).evidence()).isEqualTo("x-message-ttl: expected none, found '60000'; "
				+ "RabbitMQ names the first difference only (groundwork.rabbitmq.management.uri would tell)");
	}

	@Test
	void verifySeesADriftedQueueWithoutTheRightToConfigure() throws Exception {
		apply(EVENTS, Declarations.queue("documents", Map.of("x-queue-type", "classic", "x-max-length", 5)), BINDING);
		actAs("verifying-user", "management");
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class,
				() -> run(ProvisioningMode.VERIFY, EVENTS, QUEUE, BINDING));
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(failure.getDiagnoses()).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.evidence())
				.isEqualTo("x-queue-type: expected 'quorum', found 'classic'; x-max-length: expected none, found '5'"));
	}

	@Test
	void verifyIsContentWhenEverythingIsThere() throws Exception {
		Declaration headers = Declarations.binding("amq.headers", "documents", "",
				Map.of("x-match", "all", "size", 5, "big", true, "kind", "a"));
		apply(EVENTS, QUEUE, BINDING, headers);
		actAs("content-user", "management");
		assertThat(run(ProvisioningMode.VERIFY, EVENTS, QUEUE, BINDING, headers).steps()).hasSize(4)
			.allSatisfy((step) -> {
				assertThat(step.change()).isEqualTo(Change.NONE);
				assertThat(step.notes()).isEmpty();
			});
	}

	@Test
	void planSeesWhichBindingsAreMissing() throws Exception {
		Declaration toExchange = Declarations.exchangeBinding("events", "amq.fanout", "document.#");
		apply(EVENTS, QUEUE, BINDING);
		Plan plan = plan(EVENTS, QUEUE, BINDING, toExchange, Declarations.binding("events", "documents", "other"));
		assertThat(plan.steps()).extracting(Step::change)
			.containsExactly(Change.NONE, Change.NONE, Change.NONE, Change.CREATE, Change.CREATE);
	}

	@Test
	void bindingThatIsNoLongerDeclaredIsToldWithTheWayToRemoveIt() throws Exception {
		Declaration former = Declarations.binding("events", "documents", "old/key with #", Map.of("x", "y"));
		apply(EVENTS, QUEUE, BINDING, former);
		List<String> notes = plan(EVENTS, QUEUE, BINDING).steps().get(1).notes();
		assertThat(notes).singleElement()
			.asString()
			.startsWith("binding 'events → documents [old/key with #] {x=y}' is there and not declared here; "
					+ "to remove it: curl -u 'guest' -X DELETE 'http://127.0.0.1:");
		delete(notes.get(0));
		assertThat(plan(EVENTS, QUEUE, BINDING).steps().get(1).notes()).isEmpty();
		assertThat(plan(EVENTS, QUEUE, BINDING, former).steps()).extracting(Step::change)
			.containsExactly(Change.NONE, Change.NONE, Change.NONE, Change.CREATE);
	}

	@Test
	void policyThatWinsOverWhatIsDeclaredIsTold() throws Exception {
		Declaration declared = Declarations.queue("limited", Map.of("x-message-ttl", 60_000, "x-max-length", 5));
		apply(declared);
		String virtualHost = this.connectionFactory.getVirtualHost();
		this.broker.control("set_policy", "--vhost", virtualHost, "short", "^limited$",
				"{\"message-ttl\":30000,\"expires\":900000}", "--apply-to", "queues");
		this.broker.control("set_operator_policy", "--vhost", virtualHost, "cap", "^limited$",
				"{\"max-length\":3,\"message-ttl\":1000}", "--apply-to", "queues");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(plan(declared).steps().get(0).notes()).containsExactlyInAnyOrder(
					"x-message-ttl is '1000' by policy 'short' and operator policy 'cap', although '60000' is declared",
					"x-max-length is '3' by policy 'short' and operator policy 'cap', although '5' is declared",
					"x-expires is '900000' by policy 'short' and operator policy 'cap', and none is declared"));
		assertThat(plan(declared).isSatisfied()).isTrue();
	}

	@Test
	void userWithoutTheTagIsToldWhatToType() throws Exception {
		apply(EVENTS, QUEUE, BINDING);
		actAs("untagged-user", "");
		Plan plan = run(ProvisioningMode.VERIFY, EVENTS, QUEUE, BINDING).plan();
		assertThat(plan.steps().get(0).notes()).singleElement()
			.asString()
			.contains("user 'untagged-user' has no tag that allows it")
			.contains("rabbitmqctl set_user_tags 'untagged-user' management")
			.doesNotContain("secret");
		assertThat(plan.steps().get(1).notes()).containsExactly("attributes and policies were not compared");
		assertThat(plan.steps()).extracting(Step::change).containsExactly(Change.NONE, Change.NONE, Change.ASSERT);
	}

	@Test
	void userOfAnotherVirtualHostIsToldWhatToType() throws Exception {
		apply(EVENTS);
		this.broker.addUser("outside-user", "secret");
		this.broker.control("set_user_tags", "outside-user", "management");
		this.credentials = new Credentials("outside-user", "secret");
		assertThat(notes(EVENTS, BINDING)).contains("user 'outside-user' may not use virtual host '/compared by ")
			.contains("rabbitmqctl set_permissions -p '/compared by ");
	}

	@Test
	void wrongPasswordIsNamedAndFailsNoApply() throws Exception {
		this.credentials = new Credentials("guest", "not-the-password");
		apply(EVENTS, QUEUE, BINDING);
		assertThat(notes(EVENTS, QUEUE, BINDING)).contains("login refused for user 'guest'")
			.contains("correct groundwork.rabbitmq.management.username")
			.doesNotContain("not-the-password");
	}

	@Test
	void pluginThatIsOffIsNamedAndFailsNoApply() throws Exception {
		this.uri = "http://guest:secret@127.0.0.1:1";
		apply(EVENTS, QUEUE, BINDING);
		assertThat(notes(EVENTS, QUEUE, BINDING)).contains("management API at http://127.0.0.1:1: connection refused")
			.contains("rabbitmq-plugins enable rabbitmq_management")
			.doesNotContain("secret");
	}

	@Test
	void wrongPathIsNamed() throws Exception {
		apply(EVENTS);
		this.uri += "/elsewhere";
		assertThat(notes(EVENTS, BINDING)).containsPattern("it answers 40[04]")
			.contains("groundwork.rabbitmq.management.uri");
	}

	private String notes(Declaration... declarations) {
		return plan(declarations).steps().stream().map(Step::notes).toList().toString();
	}

	private void actAs(String user, String tag) {
		this.broker.addUser(user, "secret");
		this.broker.control("set_user_tags", user, tag);
		this.broker.setPermissions(this.connectionFactory.getVirtualHost(), user, "^$", ".*", ".*");
		this.connectionFactory.setUsername(user);
		this.connectionFactory.setPassword("secret");
		this.credentials = new Credentials(user, "secret");
	}

	private Plan plan(Declaration... declarations) {
		Provisioner provisioner = provisioner(declarations);
		PlannedBackEnd planned = new Planning(provisioner).run(provisioner.resolveDesiredState());
		assertThat(planned.failures()).isEmpty();
		return Objects.requireNonNull(planned.plan());
	}

	private void apply(Declaration... declarations) throws InterruptedException {
		run(ProvisioningMode.APPLY, declarations);
	}

	private ProvisioningResult run(ProvisioningMode mode, Declaration... declarations) throws InterruptedException {
		Provisioner provisioner = provisioner(declarations);
		return new Provisioning(provisioner, mode).run(provisioner.resolveDesiredState(), (diagnosis) -> {
			throw new AssertionError(diagnosis);
		});
	}

	private Provisioner provisioner(Declaration... declarations) {
		ManagementAccess access = (this.uri == null) ? null
				: ManagementAccess.to(this.uri, this.connectionFactory.getVirtualHost(), this.credentials,
						new Credentials(null, null), Duration.ofSeconds(2), Duration.ofSeconds(10));
		return RabbitMqBackEnd.managed(RabbitMqBackEnd.provisioner(this.connectionFactory, "tests/groundwork",
				() -> Arrays.asList(declarations)), ListenerQueues.none(), access);
	}

	private void delete(String note) throws Exception {
		Matcher matcher = Pattern.compile("-X DELETE '([^']+)'").matcher(note);
		assertThat(matcher.find()).isTrue();
		String authorization = ManagementAccess
			.to(String.valueOf(this.uri), "/", this.credentials, this.credentials, Duration.ZERO, Duration.ZERO)
			.authorization();
		HttpRequest request = HttpRequest.newBuilder(URI.create(matcher.group(1)))
			.DELETE()
			.header("Authorization", authorization)
			.timeout(Duration.ofSeconds(10))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
	}

}
