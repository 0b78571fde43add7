package dev.groundwork.diagnosis;

import java.util.List;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * Diagnoses failures to reach a server at all, whatever its protocol.
 *
 * @since 0.1.0
 */
public final class ConnectionDiagnosis {

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
		List<Throwable> chain = CauseChain.of(failure);
		for (Throwable each : chain) {
			ConnectionFault fault = faultOf(each);
			if (fault != null) {
				return fault.diagnose(server, evidence(each));
			}
		}
		for (Throwable each : chain) {
			ConnectionFault fault = NetworkFaults.ofUnspecific(each);
			if (fault != null) {
				return fault.diagnose(server, evidence(each));
			}
		}
		return null;
	}

	private static @Nullable ConnectionFault faultOf(Throwable failure) {
		ConnectionFault fault = TlsFaults.of(failure);
		return (fault != null) ? fault : NetworkFaults.of(failure);
	}

	private static String evidence(Throwable failure) {
		String evidence = String.valueOf(failure);
		if (!(failure instanceof SSLException)) {
			return evidence;
		}
		List<Throwable> chain = CauseChain.of(failure);
		String innermost = String.valueOf(chain.get(chain.size() - 1).getMessage());
		return evidence.contains(innermost) ? evidence : evidence + " (" + innermost + ")";
	}

}
