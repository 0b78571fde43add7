package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * A server in a pod of Kubernetes that only the pod itself can reach. Pure.
 */
final class LoopbackInPod {

	private LoopbackInPod() {
	}

	static @Nullable Diagnosis of(String server, InetSocketAddress bound, Map<String, String> environment) {
		boolean pod = environment.containsKey("KUBERNETES_SERVICE_HOST");
		if (!pod || bound.getAddress() == null || !bound.getAddress().isLoopbackAddress()) {
			return null;
		}
		return new Diagnosis(FailureKind.PERMANENT, "WebSocket server '%s'".formatted(server),
				"cannot be reached from outside of its pod",
				"it is bound to %s:%d".formatted(bound.getAddress().getHostAddress(), bound.getPort()),
				"Bind it to 0.0.0.0 (of the embedded web server: remove server.address), "
						+ "unless only a sidecar is to reach it.");
	}

}
