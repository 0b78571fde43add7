package dev.groundwork.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.ReadinessSnapshot;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.WaitGraph;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to tell about the start, at one moment.
 *
 * @param readiness whether the application takes requests, and why not
 * @param timeToReady the time from the start of the JVM until every gate was open, or
 * {@code null} if that has not happened yet
 * @param tasks the start-up tasks
 * @param waits who waits for whom
 * @param provisioning what was done on each back end so far
 * @param obstacles why a back end is tried again, by its name
 * @param contract what is required of the configuration, without values
 * @since 0.1.0
 */
public record GroundworkReport(ReadinessSnapshot readiness, @Nullable Duration timeToReady, List<TaskSnapshot> tasks,
		WaitGraph waits, List<ProvisioningResult> provisioning, Map<String, Diagnosis> obstacles,
		ContractStatus contract) {

	public GroundworkReport {
		tasks = List.copyOf(tasks);
		provisioning = List.copyOf(provisioning);
		obstacles = Map.copyOf(obstacles);
	}

	/**
	 * Create a report without obstacles and without a contract.
	 * @param readiness whether the application takes requests, and why not
	 * @param timeToReady the time from the start of the JVM until every gate was open, or
	 * {@code null} if that has not happened yet
	 * @param tasks the start-up tasks
	 * @param waits who waits for whom
	 * @param provisioning what was done on each back end so far
	 */
	public GroundworkReport(ReadinessSnapshot readiness, @Nullable Duration timeToReady, List<TaskSnapshot> tasks,
			WaitGraph waits, List<ProvisioningResult> provisioning) {
		this(readiness, timeToReady, tasks, waits, provisioning, Map.of(), ContractStatus.EMPTY);
	}

	/**
	 * Return whether the application takes requests.
	 * @return whether the application is ready
	 */
	public boolean ready() {
		return this.readiness.state().isReady();
	}

	/**
	 * Return the gates.
	 * @return the gates
	 */
	public List<GateSnapshot> gates() {
		return this.readiness.gates();
	}

}
