package dev.groundwork.rabbitmq;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.ChannelContinuationTimeoutException;
import com.rabbitmq.client.MalformedFrameException;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RabbitMqDiagnoses}, on what brokers have answered.
 */
class RabbitMqDiagnosesTests {

	private static final Declaration QUEUE = new Declaration(new QueueResource("orders", true, Map.of()),
			"bean 'orders'");

	private final CachingConnectionFactory connectionFactory = new CachingConnectionFactory("broker.example", 5673);

	private final RabbitMqDiagnoses diagnoses = new RabbitMqDiagnoses(
			new BrokerConnector(this.connectionFactory, "shop/groundwork"));

	@BeforeEach
	void configureConnection() {
		this.connectionFactory.setUsername("o'brien");
		this.connectionFactory.setPassword("dEfgHiJ7");
		this.connectionFactory.setVirtualHost("shop");
	}

	static Stream<Arguments> missingRights() {
		Declaration withDeadLetters = declared(
				new QueueResource("orders", true, Map.of("x-dead-letter-exchange", "dlx")));
		Declaration exchange = declared(new ExchangeResource("events", "topic", true, false, false, Map.of()));
		Declaration withAlternate = declared(
				new ExchangeResource("events", "topic", true, false, false, Map.of("alternate-exchange", "ae")));
		Declaration binding = declared(new BindingResource("events", "orders", true, "#", Map.of()));
		Declaration toExchange = declared(new BindingResource("events", "audit", false, "#", Map.of()));
		Declaration toItself = declared(new BindingResource("events", "events", false, "#", Map.of()));
		return Stream.of(Arguments.of(QUEUE, "queue 'orders'", "configure on queue 'orders' (a declare needs it)"),
				Arguments.of(withDeadLetters, "queue 'orders'",
						"configure or read on queue 'orders' (a declare needs configure, and with the dead-letter exchange read too)"),
				Arguments.of(withDeadLetters, "exchange 'dlx'",
						"write on exchange 'dlx' (it is the dead-letter exchange)"),
				Arguments.of(exchange, "exchange 'events'", "configure on exchange 'events' (a declare needs it)"),
				Arguments.of(withAlternate, "exchange 'events'",
						"configure or read on exchange 'events' (a declare needs configure, and with the alternate exchange read too)"),
				Arguments.of(withAlternate, "exchange 'ae'", "write on exchange 'ae' (it is the alternate exchange)"),
				Arguments.of(binding, "queue 'orders'",
						"write on queue 'orders' (a binding needs it on its destination)"),
				Arguments.of(binding, "exchange 'events'",
						"read on exchange 'events' (a binding needs it on its source)"),
				Arguments.of(toExchange, "exchange 'audit'",
						"write on exchange 'audit' (a binding needs it on its destination)"),
				Arguments.of(toExchange, "exchange 'events'",
						"read on exchange 'events' (a binding needs it on its source)"),
				Arguments.of(toItself, "exchange 'events'",
						"write or read on exchange 'events' (a binding needs both on an exchange bound to itself)"));
	}

	@ParameterizedTest
	@MethodSource("missingRights")
	void accessRefusedNamesTheRightThatIsMissing(Declaration declaration, String refused, String missing) {
		String text = "ACCESS_REFUSED - access to %s in vhost 'shop' refused for user 'o'brien'".formatted(refused);
		assertThat(diagnose(declaration, Refusals.ofChannel(403, text)).cause())
			.isEqualTo("user 'o'brien' lacks a permission: " + missing);
	}

	@Test
	void accessRefusedByABrokerThatNamesTheRightBelievesIt() {
		String text = "ACCESS_REFUSED - read access to queue 'orders' in vhost 'shop' refused for user 'o'brien'";
		assertThat(diagnose(QUEUE, Refusals.ofChannel(403, text)).cause())
			.startsWith("user 'o'brien' lacks a permission: read on queue 'orders'");
	}

	@Test
	void accessRefusedNamesTheCommand() {
		String text = "ACCESS_REFUSED - access to queue 'orders' in vhost 'shop' refused for user 'o'brien'";
		assertThat(diagnose(QUEUE, Refusals.ofChannel(403, text))).isEqualTo(new Diagnosis(FailureKind.PERMANENT,
				"queue 'orders' (declared by bean 'orders')",
				"user 'o'brien' lacks a permission: configure on queue 'orders' (a declare needs it)", "403: " + text,
				"""
						Grant 'configure' on queue 'orders'. This replaces all that the user has there (rabbitmqctl list_user_permissions 'o'\\''brien'):
						    rabbitmqctl set_permissions -p 'shop' 'o'\\''brien' '.*' '.*' '.*'
						Or have it created by somebody else and only verify it:
						    groundwork.mode=verify"""));
	}

	@Test
	void accessRefusedForATopicNamesTheTopicPermissions() {
		String text = "ACCESS_REFUSED - access to topic 'k' in exchange 'events' in vhost 'shop' refused for user 'o'brien'";
		Diagnosis diagnosis = diagnose(declared(new BindingResource("events", "orders", true, "k", Map.of())),
				Refusals.ofChannel(403, text));
		assertThat(diagnosis.cause()).contains("read on topic 'k'");
		assertThat(diagnosis.remedy())
			.contains("rabbitmqctl set_topic_permissions -p 'shop' 'o'\\''brien' 'events' '.*' '.*'");
	}

	@Test
	void accessRefusedInOtherWordsStillNamesTheUser() {
		assertThat(diagnose(QUEUE, Refusals.ofChannel(403, "ACCESS_REFUSED - no")).cause())
			.isEqualTo("user 'o'brien' lacks a permission");
	}

	@ParameterizedTest
	@CsvSource({ "3.10.8, only verify it:", "4.2.6, wants the right to configure even to look",
			"4.3.0, wants the right to configure even to look", "4.3.1, wants any right on it" })
	void whatVerifyingNeedsDependsOnTheVersion(String version, String words) {
		String text = "ACCESS_REFUSED - access to queue 'orders' in vhost 'shop' refused for user 'o'brien'";
		assertThat(diagnose(QUEUE, Refusals.ofChannelOf(version, 403, text)).remedy()).contains(words);
	}

	@Test
	void accessRefusedForTheBrokersOwnNameSaysToRename() {
		Diagnosis diagnosis = diagnose(declared(new QueueResource("amq.orders", true, Map.of())),
				Refusals.ofChannel(403, "ACCESS_REFUSED - queue name 'amq.orders' contains reserved prefix 'amq.*'"));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.remedy()).isEqualTo("Names that begin with 'amq.' are the broker's own: rename it.");
	}

	@Test
	void defaultExchangeIsNotDeclared() {
		assertThat(diagnose(QUEUE,
				Refusals.ofChannel(403, "ACCESS_REFUSED - operation not permitted on the default exchange"))
			.remedy()).contains("Remove the declaration");
	}

	@Test
	void notFoundIsWaitedFor() {
		String text = "NOT_FOUND - no exchange 'events' in vhost 'shop'";
		assertThat(diagnose(declared(new BindingResource("events", "orders", true, "#", Map.of())),
				Refusals.ofChannel(404, text)))
			.isEqualTo(new Diagnosis(FailureKind.TRANSIENT, "binding 'events → orders [#]' (declared by bean 'orders')",
					"what it refers to does not exist: no exchange 'events'", "404: " + text,
					"Declare it here (groundwork.rabbitmq.exchanges, groundwork.rabbitmq.queues), or start the "
							+ "service that declares it."));
	}

	@Test
	void queueWhoseNodeIsDownIsWaitedFor() {
		String text = "NOT_FOUND - home node 'rabbit@one' of durable queue 'orders' in vhost 'shop' is down or inaccessible";
		Diagnosis diagnosis = diagnose(QUEUE, Refusals.ofChannel(404, text));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause()).isEqualTo("the node that has it is down or it has stopped");
	}

	@Test
	void lockedQueueBelongsToAnotherConnection() {
		String text = "RESOURCE_LOCKED - cannot obtain exclusive access to locked queue 'orders' in vhost 'shop'";
		assertThat(diagnose(QUEUE, Refusals.ofChannel(405, text))).isEqualTo(new Diagnosis(FailureKind.PERMANENT,
				"queue 'orders' (declared by bean 'orders')", "an exclusive queue of another connection has this name",
				"405: " + text, "Give one of the two another name."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					invalid arg 'x-max-priority' for queue 'orders' in vhost 'shop' of queue type rabbit_quorum_queue \
					| a queue of type 'quorum' does not know argument 'x-max-priority'
					invalid arg 'x-max-length' for queue 'orders' in vhost 'shop': {value_negative,-1} \
					| the broker does not accept the value of argument 'x-max-length': it is too small
					invalid arg 'x-expires' for queue 'orders' in vhost 'shop': {value_zero,0} \
					| the broker does not accept the value of argument 'x-expires': it is too small
					invalid arg 'x-max-priority' for queue 'orders' in vhost 'shop': {max_value_exceeded,256} \
					| the broker does not accept the value of argument 'x-max-priority': it is too large
					invalid arg 'x-message-ttl' for queue 'orders' in vhost 'shop': "expected integer, got longstr" \
					| the broker does not accept the value of argument 'x-message-ttl': it is of the wrong type
					invalid arg 'x-single-active-consumer' for queue 'orders' in vhost 'shop': {unacceptable_type,longstr} \
					| the broker does not accept the value of argument 'x-single-active-consumer': it is of the wrong type
					invalid arg 'x-queue-type' for queue 'orders' in vhost 'shop': "unsupported queue type 'nope'" \
					| the broker does not know this type of queue
					invalid arg 'x-dead-letter-routing-key' for queue 'orders' in vhost 'shop': routing_key_but_no_dlx_defined \
					| the broker does not accept the value of argument 'x-dead-letter-routing-key': there is no dead-letter exchange
					invalid arg 'x-overflow' for queue 'orders' in vhost 'shop': invalid_overflow \
					| the broker does not accept the value of argument 'x-overflow'
					invalid property 'non-durable' for queue 'orders' in vhost 'shop' | a queue of this type cannot be not durable
					invalid property 'exclusive-owner' for queue 'orders' in vhost 'shop' | a queue of this type cannot be exclusive
					invalid type 'signedint' for arg 'alternate-exchange' in exchange 'orders' in vhost 'shop' \
					| argument 'alternate-exchange' is of type signedint
					cannot declare queue 'orders': queue limit in vhost 'shop' (5) is reached \
					| the virtual host has all the 5 queues it may have
					something else | the broker refuses the declaration
					""")
	void preconditionThatFailsIsExplained(String text, String cause) {
		Diagnosis diagnosis = diagnose(QUEUE, Refusals.ofChannel(406, "PRECONDITION_FAILED - " + text));
		assertThat(diagnosis)
			.isEqualTo(new Diagnosis(FailureKind.PERMANENT, "queue 'orders' (declared by bean 'orders')", cause,
					"406: PRECONDITION_FAILED - " + text, diagnosis.remedy()));
		assertThat(diagnosis.remedy()).isNotBlank();
	}

	@Test
	void whatExistsWithOtherAttributesIsComparedInWords() {
		String text = "PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'orders' in vhost 'shop': received "
				+ "'false' but current is 'true'";
		assertThat(diagnose(QUEUE, Refusals.ofChannel(406, text)).evidence())
			.isEqualTo("durable: expected 'false', found 'true'");
	}

	@ParameterizedTest
	@CsvSource({ "x-delayed-message, rabbitmq-plugins enable rabbitmq_delayed_message_exchange",
			"x-consistent-hash, rabbitmq-plugins enable rabbitmq_consistent_hash_exchange",
			"x-other, rabbitmq-plugins enable <plugin>" })
	void unknownTypeNamesThePlugin(String type, String remedy) {
		Diagnosis diagnosis = diagnose(declared(new ExchangeResource("later", type, true, false, false, Map.of())),
				Refusals.ofConnection(503, "COMMAND_INVALID - unknown exchange type '" + type + "'"));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo("the broker does not know this type");
		assertThat(diagnosis.remedy()).contains(remedy);
	}

	@Test
	void featureThatIsGoneIsPermanent() {
		String text = "INTERNAL_ERROR - Feature `transient_nonexcl_queues` is deprecated.";
		Diagnosis diagnosis = diagnose(QUEUE, Refusals.ofConnection(541, text));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.remedy()).contains("declare it durable");
	}

	@ParameterizedTest
	@CsvSource({ "506, RESOURCE_ERROR - no, TRANSIENT, the broker refuses",
			"541, INTERNAL_ERROR, TRANSIENT, the broker failed inside",
			"540, NOT_IMPLEMENTED - no, PERMANENT, this broker cannot do that",
			"502, SYNTAX_ERROR - no, PERMANENT, the broker refuses" })
	void anyOtherCodeIsTheBrokersRefusal(int code, String text, FailureKind kind, String cause) {
		Diagnosis diagnosis = diagnose(QUEUE, Refusals.ofConnection(code, text));
		assertThat(diagnosis).isEqualTo(new Diagnosis(kind, "queue 'orders' (declared by bean 'orders')", cause,
				code + ": " + text, diagnosis.remedy()));
	}

	@Test
	void brokerThatDoesNotConfirmIsWaitedForAndTheMajorityIsNamed() {
		Diagnosis diagnosis = this.diagnoses
			.ofConnection(new ChannelContinuationTimeoutException(new TimeoutException(), new Object(), 1, null));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.subject()).isEqualTo("RabbitMQ at broker.example:5673");
		assertThat(diagnosis.remedy()).contains("majority");
	}

	@Test
	void whenTheConnectionIsLostWhileDeclaringNamesTheBroker() {
		Diagnosis diagnosis = this.diagnoses.ofConnection(new IOException("Connection reset"));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.subject()).isEqualTo("RabbitMQ at broker.example:5673");
	}

	@Test
	void refusedConnectionIsWaitedFor() {
		assertThat(this.diagnoses.ofConnection(new ConnectException("Connection refused")))
			.isEqualTo(new Diagnosis(FailureKind.TRANSIENT, "RabbitMQ at broker.example:5673", "connection refused",
					"java.net.ConnectException: Connection refused",
					"Start the server, or correct the address in the configuration."));
	}

	@Test
	void refusedLoginNamesTheUserButNotThePassword() {
		String text = "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN.";
		assertThat(this.diagnoses.ofConnection(new AuthenticationFailureException(text))).isEqualTo(new Diagnosis(
				FailureKind.PERMANENT, "RabbitMQ at broker.example:5673", "login refused for user 'o'brien'", text,
				"Correct spring.rabbitmq.username and spring.rabbitmq.password, or create the user: rabbitmqctl "
						+ "add_user 'o'\\''brien'"));
	}

	@Test
	void guestIsToldThatItIsLocalOnly() {
		this.connectionFactory.setUsername("guest");
		assertThat(this.diagnoses.ofConnection(new AuthenticationFailureException("ACCESS_REFUSED")).remedy())
			.contains("only from the broker's own machine");
	}

	@Test
	void connectionThatEndsDuringTheLoginIsNotCalledAWrongPassword() {
		ShutdownSignalException lost = new ShutdownSignalException(true, false, null, "reference");
		lost.initCause(new EOFException());
		Diagnosis diagnosis = this.diagnoses.ofConnection(new PossibleAuthenticationFailureException(lost));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause()).isEqualTo("connection lost");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					530 | NOT_ALLOWED - vhost shop not found | PERMANENT | virtual host 'shop' does not exist
					530 | NOT_ALLOWED - access to vhost 'shop' refused for user 'o'brien' | PERMANENT | user 'o'brien' may not use virtual host 'shop'
					530 | NOT_ALLOWED - access to vhost 'shop' refused for user 'limited' | PERMANENT | user 'o'brien' may not use virtual host 'shop'
					530 | NOT_ALLOWED - access to vhost 'shop' refused for user 'o'brien': connection limit (0) is reached | TRANSIENT | virtual host 'shop' has all the connections it may have
					530 | NOT_ALLOWED - connection refused for user 'o'brien': user connection limit (0) is reached | TRANSIENT | user 'o'brien' has all the connections it may have
					530 | NOT_ALLOWED - number of channels opened for user 'o'brien' has reached the maximum allowed user limit of (0) | TRANSIENT | user 'o'brien' has all the channels it may have
					530 | NOT_ALLOWED - vhost 'shop' is down | TRANSIENT | virtual host 'shop' is down
					530 | NOT_ALLOWED - no | PERMANENT | the broker does not allow the connection
					541 | INTERNAL_ERROR - access to vhost 'shop' refused for user 'o'brien': vhost 'shop' is down | TRANSIENT | virtual host 'shop' is down
					541 | INTERNAL_ERROR | TRANSIENT | the broker failed inside
					320 | CONNECTION_FORCED - broker forced connection closure with reason 'shutdown' | TRANSIENT | the broker is shutting down
					320 | CONNECTION_FORCED - closed by rabbitmqctl | TRANSIENT | somebody closed the connection
					501 | FRAME_ERROR | TRANSIENT | the broker closed the connection
					""")
	void refusedConnectionIsExplained(int code, String text, FailureKind kind, String cause) {
		Diagnosis diagnosis = this.diagnoses.ofConnection(Refusals.ofConnection(code, text));
		assertThat(diagnosis.summary()).isEqualTo("RabbitMQ at broker.example:5673: " + cause);
		assertThat(diagnosis.kind()).isEqualTo(kind);
		assertThat(diagnosis.evidence()).contains(text);
		assertThat(diagnosis.remedy()).isNotBlank();
	}

	@Test
	void missingVirtualHostShowsBothCommands() {
		assertThat(
				this.diagnoses.ofConnection(Refusals.ofConnection(530, "NOT_ALLOWED - vhost shop not found")).remedy())
			.isEqualTo(
					"Correct spring.rabbitmq.virtual-host, or: rabbitmqctl add_vhost 'shop'; rabbitmqctl set_permissions "
							+ "-p 'shop' 'o'\\''brien' '.*' '.*' '.*'");
	}

	@Test
	void limitThatIsMetWhileDeclaringNamesTheBroker() {
		assertThat(diagnose(QUEUE,
				Refusals.ofConnection(530,
						"NOT_ALLOWED - number of channels opened for user 'o'brien'"
								+ " has reached the maximum allowed user limit of (1)"))
			.subject()).isEqualTo("RabbitMQ at broker.example:5673");
	}

	@Test
	void otherProtocolBehindThePortIsPermanent() {
		Diagnosis diagnosis = this.diagnoses
			.ofConnection(new IOException(new MalformedFrameException("AMQP protocol version mismatch")));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo("something else than RabbitMQ answers on this port");
	}

	@Test
	void anUnknownFailureOfTheConnectionIsWaitedFor() {
		Diagnosis diagnosis = this.diagnoses.ofConnection(new IllegalStateException("odd"));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.evidence()).isEqualTo("java.lang.IllegalStateException: odd");
	}

	@Test
	void brokerOfSeveralNodesIsDescribedByAllOfThem() {
		this.connectionFactory.setAddresses("one:5672,two:5673");
		assertThat(new BrokerConnector(this.connectionFactory, "name").describe())
			.isEqualTo("RabbitMQ at one:5672, two:5673");
	}

	private static Declaration declared(Resource resource) {
		return new Declaration(resource, "bean 'orders'");
	}

	private Diagnosis diagnose(Declaration declaration, Throwable failure) {
		BrokerRefusal refusal = BrokerRefusal.of(failure);
		assertThat(refusal).isNotNull();
		return this.diagnoses.of(declaration, refusal, BrokerVersion.of(failure));
	}

}
