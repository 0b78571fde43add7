package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;

import com.rabbitmq.client.AuthenticationFailureException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.resource.Declaration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

	@Test
	void accessRefusedNamesTheUserAndTheCommand() {
		String text = "ACCESS_REFUSED - access to queue 'orders' in vhost 'shop' refused for user 'o'brien'";
		assertThat(this.diagnoses.of(QUEUE, Refusals.ofChannel(403, text)))
			.isEqualTo(new Diagnosis(FailureKind.PERMANENT, "queue 'orders' (declared by bean 'orders')",
					"user 'o'brien' lacks a permission", "403: " + text, """
							Grant the rights to configure, write and read (this replaces what the user has):
							    rabbitmqctl set_permissions -p 'shop' 'o'\\''brien' '.*' '.*' '.*'
							Or have it created by somebody else and only verify it:
							    groundwork.mode=verify"""));
	}

	@Test
	void accessRefusedForTheBrokersOwnNameSaysToRename() {
		Declaration own = new Declaration(new QueueResource("amq.orders", true, Map.of()), "bean 'orders'");
		Diagnosis diagnosis = this.diagnoses.of(own, Refusals.ofChannel(403,
				"ACCESS_REFUSED - queue name " + "'amq.orders' contains reserved prefix 'amq.*'"));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.remedy()).isEqualTo("Names that begin with 'amq.' are the broker's own: rename it.");
	}

	@Test
	void notFoundIsWaitedFor() {
		String text = "NOT_FOUND - no exchange 'events' in vhost 'shop'";
		Declaration binding = new Declaration(new BindingResource("events", "orders", true, "#", Map.of()),
				"bean 'binding'");
		assertThat(this.diagnoses.of(binding, Refusals.ofChannel(404, text))).isEqualTo(
				new Diagnosis(FailureKind.TRANSIENT, "binding 'events → orders [#]' (declared by bean 'binding')",
						"what it refers to does not exist", "404: " + text,
						"Declare it here (groundwork.rabbitmq.exchanges, groundwork.rabbitmq.queues), or start the "
								+ "service that declares it."));
	}

	@Test
	void lockedQueueBelongsToAnotherConnection() {
		String text = "RESOURCE_LOCKED - cannot obtain exclusive access to locked queue 'orders' in vhost 'shop'";
		assertThat(this.diagnoses.of(QUEUE, Refusals.ofChannel(405, text)))
			.isEqualTo(new Diagnosis(FailureKind.PERMANENT, "queue 'orders' (declared by bean 'orders')",
					"an exclusive queue of another connection has this name", "405: " + text,
					"Give one of the two another name."));
	}

	@Test
	void preconditionFailedShowsTheBrokersWords() {
		String text = "PRECONDITION_FAILED - invalid arg 'x-max-length' for queue 'orders' in vhost 'shop': "
				+ "{value_negative,-1}";
		assertThat(this.diagnoses.of(QUEUE, Refusals.ofChannel(406, text))).isEqualTo(new Diagnosis(
				FailureKind.PERMANENT, "queue 'orders' (declared by bean 'orders')",
				"the broker refuses the declaration", "406: " + text, "Correct the declaration as the broker says."));
	}

	@Test
	void unknownTypeSuggestsThePlugin() {
		String text = "COMMAND_INVALID - unknown exchange type 'x-delayed-message'";
		Declaration exchange = new Declaration(
				new ExchangeResource("later", "x-delayed-message", true, false, false, Map.of()), "bean 'later'");
		assertThat(this.diagnoses.of(exchange, Refusals.ofConnection(503, text)))
			.isEqualTo(new Diagnosis(FailureKind.PERMANENT, "exchange 'later' (declared by bean 'later')",
					"the broker does not know this type", "503: " + text,
					"Correct the type, or enable its plugin: rabbitmq-plugins enable <plugin>"));
	}

	@ParameterizedTest
	@CsvSource({ "320, CONNECTION_FORCED - broker forced connection closure, TRANSIENT",
			"541, INTERNAL_ERROR - timeout, TRANSIENT", "540, NOT_IMPLEMENTED - no, PERMANENT" })
	void anyOtherCodeIsTheBrokersRefusal(int code, String text, FailureKind kind) {
		assertThat(this.diagnoses.of(QUEUE, Refusals.ofConnection(code, text)))
			.isEqualTo(new Diagnosis(kind, "queue 'orders' (declared by bean 'orders')", "the broker refuses",
					code + ": " + text, "See the broker's log."));
	}

	@Test
	void whenTheConnectionIsLostWhileDeclaringNamesTheBroker() {
		Diagnosis diagnosis = this.diagnoses.of(QUEUE, new IOException("Connection reset"));
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
	void missingVirtualHostShowsBothCommands() {
		String text = "NOT_ALLOWED - vhost shop not found";
		assertThat(this.diagnoses.ofConnection(Refusals.ofConnection(530, text))).isEqualTo(new Diagnosis(
				FailureKind.PERMANENT, "RabbitMQ at broker.example:5673",
				"virtual host 'shop' does not exist or user 'o'brien' may not use it", text,
				"Correct spring.rabbitmq.virtual-host, or: rabbitmqctl add_vhost 'shop'; rabbitmqctl set_permissions "
						+ "-p 'shop' 'o'\\''brien' '.*' '.*' '.*'"));
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

}
