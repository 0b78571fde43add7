package dev.groundwork.rabbitmq;

import com.rabbitmq.client.PossibleAuthenticationFailureException;
import dev.groundwork.diagnosis.ConnectionDiagnosis;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.ResourceId;

/**
 * Diagnoses what RabbitMQ answers.
 */
final class RabbitMqDiagnoses {

	private final BrokerConnector connector;

	RabbitMqDiagnoses(BrokerConnector connector) {
		this.connector = connector;
	}

	Diagnosis ofConnection(Throwable failure) {
		String server = this.connector.describe();
		if (failure instanceof PossibleAuthenticationFailureException) {
			return new Diagnosis(FailureKind.PERMANENT, server,
					"login refused for user '%s'".formatted(this.connector.user()),
					String.valueOf(failure.getMessage()),
					"Correct spring.rabbitmq.username and spring.rabbitmq.password, or create the user: "
							+ "rabbitmqctl add_user %s".formatted(quote(this.connector.user())));
		}
		BrokerRefusal refusal = BrokerRefusal.of(failure);
		if (refusal != null && refusal.code() == BrokerRefusal.NOT_ALLOWED) {
			return virtualHost(server, refusal);
		}
		Diagnosis diagnosis = ConnectionDiagnosis.of(failure, server);
		return (diagnosis != null) ? diagnosis : new Diagnosis(FailureKind.TRANSIENT, server, "connection failed",
				String.valueOf(failure), "See the broker's log.");
	}

	private Diagnosis virtualHost(String server, BrokerRefusal refusal) {
		String virtualHost = quote(this.connector.virtualHost());
		String user = quote(this.connector.user());
		return new Diagnosis(FailureKind.PERMANENT, server,
				"virtual host '%s' does not exist or user '%s' may not use it".formatted(this.connector.virtualHost(),
						this.connector.user()),
				refusal.text(),
				"Correct %s, or: rabbitmqctl add_vhost %s; rabbitmqctl set_permissions -p %s %s '.*' '.*' '.*'"
					.formatted(this.connector.virtualHostProperty(), virtualHost, virtualHost, user));
	}

	Diagnosis of(Declaration declaration, Throwable failure) {
		BrokerRefusal refusal = BrokerRefusal.of(failure);
		return (refusal != null) ? of(declaration, refusal) : ofConnection(failure);
	}

	Diagnosis of(Declaration declaration, BrokerRefusal refusal) {
		return switch (refusal.code()) {
			case BrokerRefusal.ACCESS_REFUSED -> accessRefused(declaration, refusal);
			case BrokerRefusal.NOT_FOUND ->
				diagnosis(FailureKind.TRANSIENT, declaration, refusal, "what it refers to does not exist",
						"Declare it here (groundwork.rabbitmq.exchanges, groundwork.rabbitmq.queues), "
								+ "or start the service that declares it.");
			case BrokerRefusal.RESOURCE_LOCKED -> diagnosis(FailureKind.PERMANENT, declaration, refusal,
					"an exclusive queue of another connection has this name", "Give one of the two another name.");
			case BrokerRefusal.PRECONDITION_FAILED -> diagnosis(FailureKind.PERMANENT, declaration, refusal,
					"the broker refuses the declaration", "Correct the declaration as the broker says.");
			case BrokerRefusal.COMMAND_INVALID ->
				diagnosis(FailureKind.PERMANENT, declaration, refusal, "the broker does not know this type",
						"Correct the type, or enable its plugin: rabbitmq-plugins enable <plugin>");
			// A node that goes down and a queue without its majority are not the
			// declaration's fault
			case BrokerRefusal.CONNECTION_FORCED, BrokerRefusal.INTERNAL_ERROR ->
				diagnosis(FailureKind.TRANSIENT, declaration, refusal, "the broker refuses", "See the broker's log.");
			default ->
				diagnosis(FailureKind.PERMANENT, declaration, refusal, "the broker refuses", "See the broker's log.");
		};
	}

	private Diagnosis accessRefused(Declaration declaration, BrokerRefusal refusal) {
		ResourceId id = declaration.id();
		String remedy = id.name().startsWith("amq.") ? "Names that begin with 'amq.' are the broker's own: rename it."
				: """
						Grant the rights to configure, write and read (this replaces what the user has):
						    rabbitmqctl set_permissions -p %s %s '.*' '.*' '.*'
						Or have it created by somebody else and only verify it:
						    groundwork.mode=verify""".formatted(quote(this.connector.virtualHost()),
						quote(this.connector.user()));
		return diagnosis(FailureKind.PERMANENT, declaration, refusal,
				"user '%s' lacks a permission".formatted(this.connector.user()), remedy);
	}

	private static Diagnosis diagnosis(FailureKind kind, Declaration declaration, BrokerRefusal refusal, String cause,
			String remedy) {
		return new Diagnosis(kind, declaration.describe(), cause, refusal.code() + ": " + refusal.text(), remedy);
	}

	static String quote(String value) {
		return "'" + value.replace("'", "'\\''") + "'";
	}

}
