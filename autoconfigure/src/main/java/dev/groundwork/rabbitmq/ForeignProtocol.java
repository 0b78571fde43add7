package dev.groundwork.rabbitmq;

import com.rabbitmq.client.MalformedFrameException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Diagnosis of a port behind which something else than AMQP 0-9-1 is spoken.
 */
final class ForeignProtocol {

	private ForeignProtocol() {
	}

	static @Nullable Diagnosis diagnose(@Nullable Throwable failure, String server) {
		if (failure == null) {
			return null;
		}
		if (failure instanceof MalformedFrameException) {
			return new Diagnosis(FailureKind.PERMANENT, server, "something else than RabbitMQ answers on this port",
					String.valueOf(failure),
					"Correct spring.rabbitmq.host and spring.rabbitmq.port: 5672 without TLS, 5671 with TLS "
							+ "(spring.rabbitmq.ssl.enabled); 15672 is the management port.");
		}
		return diagnose(failure.getCause(), server);
	}

}
