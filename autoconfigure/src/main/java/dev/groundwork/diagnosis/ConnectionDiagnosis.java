package dev.groundwork.diagnosis;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * Diagnoses failures to reach a server at all, whatever its protocol.
 *
 * @since 0.1.0
 */
public final class ConnectionDiagnosis {

	private static final int LONGEST_CHAIN = 20;

	private ConnectionDiagnosis() {
	}

	/**
	 * Diagnose the given failure.
	 * @param failure the failure
	 * @param server the server and its address, such as
	 * {@code RabbitMQ at localhost:5672}
	 * @return what is known or {@code null} if the failure is not about the connection
	 */
	public static @Nullable Diagnosis of(Throwable failure, String server) {
		Throwable candidate = failure;
		Diagnosis broadest = null;
		for (int depth = 0; candidate != null && depth < LONGEST_CHAIN; depth++) {
			Diagnosis diagnosis = ofSingle(candidate, server);
			if (diagnosis != null && candidate.getClass() != IOException.class) {
				return diagnosis;
			}
			broadest = (broadest != null) ? broadest : diagnosis;
			candidate = candidate.getCause();
		}
		return broadest;
	}

	private static @Nullable Diagnosis ofSingle(Throwable failure, String server) {
		String evidence = String.valueOf(failure);
		if (failure instanceof UnknownHostException) {
			return unreachable(server, "host name cannot be resolved", evidence,
					"Check the host name in the configuration and the DNS of this machine.");
		}
		if (failure instanceof SSLException && !isConnectionLost(failure.getCause())) {
			return new Diagnosis(FailureKind.PERMANENT, server, "TLS handshake failed", evidence,
					"Check that both sides speak TLS and that the certificate is trusted (spring.ssl.bundle.*).");
		}
		if (failure instanceof ConnectException) {
			return unreachable(server, "connection refused", evidence,
					"Start the server, or correct the address in the configuration.");
		}
		if (failure instanceof NoRouteToHostException) {
			return unreachable(server, "no route to host", evidence, "Check the address and the network policy.");
		}
		if (failure instanceof SocketTimeoutException || failure instanceof TimeoutException) {
			return unreachable(server, "no answer in time", evidence,
					"The server accepts connections but does not answer: check whether it is overloaded or frozen.");
		}
		if (isConnectionLost(failure)) {
			return unreachable(server, "connection lost", evidence, "Check the server's log for the reason.");
		}
		if (failure.getClass() == IOException.class) {
			return unreachable(server, "connection failed", evidence, "Check the server's log for the reason.");
		}
		return null;
	}

	private static boolean isConnectionLost(@Nullable Throwable failure) {
		return failure instanceof SocketException || failure instanceof EOFException;
	}

	private static Diagnosis unreachable(String server, String cause, String evidence, String remedy) {
		return new Diagnosis(FailureKind.TRANSIENT, server, cause, evidence, remedy);
	}

}
