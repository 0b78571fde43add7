package dev.groundwork.readiness;

import java.util.List;

/**
 * What is known about the readiness of the application at one moment.
 *
 * @param state whether the application takes requests
 * @param gates the gates
 * @param dependencies the dependencies
 * @since 0.1.0
 */
public record ReadinessSnapshot(ReadinessState state, List<GateSnapshot> gates, List<DependencySnapshot> dependencies) {

	public ReadinessSnapshot {
		gates = List.copyOf(gates);
		dependencies = List.copyOf(dependencies);
	}

}
