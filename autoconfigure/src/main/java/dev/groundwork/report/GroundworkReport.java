package dev.groundwork.report;

import java.time.Duration;
import java.util.List;

import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.startup.TaskSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to tell about the start, at one moment.
 *
 * @param ready whether every gate is open
 * @param timeToReady the time from the start of the JVM until every gate was open, or
 * {@code null} if that has not happened yet
 * @param tasks the start-up tasks
 * @param gates the gates
 * @param provisioning what was done on each back end so far
 * @since 0.1.0
 */
public record GroundworkReport(boolean ready, @Nullable Duration timeToReady, List<TaskSnapshot> tasks,
		List<GateSnapshot> gates, List<ProvisioningResult> provisioning) {

	public GroundworkReport {
		tasks = List.copyOf(tasks);
		gates = List.copyOf(gates);
		provisioning = List.copyOf(provisioning);
	}

}
