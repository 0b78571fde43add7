package dev.groundwork.rabbitmq;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.ChannelContinuationTimeoutException;
import dev.groundwork.diagnosis.ConnectionDiagnosis;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.resource.Declaration;
import org.jspecify.annotations.Nullable;

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
		ConnectionRefusal refused = connectionRefusal();
		if (failure instanceof AuthenticationFailureException) {
			return refused.loginRefused(String.valueOf(failure.getMessage()));
		}
		BrokerRefusal refusal = BrokerRefusal.of(failure);
		if (refusal != null) {
			return refused.diagnose(refusal);
		}
		if (isUnanswered(failure)) {
			return unanswered(server, failure);
		}
		Diagnosis diagnosis = ForeignProtocol.diagnose(failure, server);
		if (diagnosis == null) {
			diagnosis = ConnectionDiagnosis.of(failure, server);
		}
		return (diagnosis != null) ? diagnosis : new Diagnosis(FailureKind.TRANSIENT, server, "connection failed",
				String.valueOf(failure), "See the broker's log.");
	}

	Diagnosis of(Declaration declaration, BrokerRefusal refusal, @Nullable BrokerVersion version) {
		if (isAboutTheConnection(refusal)) {
			return connectionRefusal().diagnose(refusal);
		}
		return new DeclarationRefusal(new AccessRefusal(this.connector.user(), this.connector.virtualHost()))
			.diagnose(declaration, refusal, version);
	}

	private ConnectionRefusal connectionRefusal() {
		return new ConnectionRefusal(this.connector.describe(), this.connector.user(), this.connector.virtualHost(),
				this.connector.virtualHostProperty());
	}

	/**
	 * The broker says only when the first channel is used that there are too many, and at
	 * any time that it goes down.
	 * @param refusal the refusal
	 * @return whether it would be the same for any declaration
	 */
	private static boolean isAboutTheConnection(BrokerRefusal refusal) {
		return refusal.code() == BrokerRefusal.NOT_ALLOWED || refusal.code() == BrokerRefusal.CONNECTION_FORCED;
	}

	private static boolean isUnanswered(@Nullable Throwable failure) {
		return failure != null
				&& (failure instanceof ChannelContinuationTimeoutException || isUnanswered(failure.getCause()));
	}

	private static Diagnosis unanswered(String server, Throwable failure) {
		return new Diagnosis(FailureKind.TRANSIENT, server, "the broker does not confirm in time what is declared",
				String.valueOf(failure.getMessage()),
				"Check whether the broker is overloaded or frozen; a quorum queue needs a majority of its nodes: "
						+ "rabbitmqctl cluster_status");
	}

	static String quote(String value) {
		return Shell.quote(value);
	}

}
