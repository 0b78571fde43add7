package dev.groundwork.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.report.StartObserver;
import dev.groundwork.resource.DesiredState;

/**
 * One task for each back end.
 */
final class ProvisioningTasks implements StartupTaskContributor {

	private final DesiredStates desiredStates;

	private final List<ProvisioningTask> tasks;

	private final Supplier<List<StartObserver>> observers;

	ProvisioningTasks(DesiredStates desiredStates, ProvisioningMode mode) {
		this(desiredStates, mode, List::of);
	}

	ProvisioningTasks(DesiredStates desiredStates, ProvisioningMode mode, Supplier<List<StartObserver>> observers) {
		this.desiredStates = desiredStates;
		this.observers = observers;
		this.tasks = desiredStates.provisioners()
			.stream()
			.map((provisioner) -> new ProvisioningTask(provisioner, mode))
			.toList();
	}

	@Override
	public List<ProvisioningTask> tasks() {
		Map<Provisioner, DesiredState> states = this.desiredStates.resolveSound();
		List<StartObserver> found = this.observers.get();
		this.tasks.forEach((task) -> {
			task.observe(found);
			task.require(states);
		});
		return this.tasks;
	}

	ProvisioningTask task(Provisioner provisioner) {
		return this.tasks.stream()
			.filter((task) -> task.getName().equals(provisioner.getName()))
			.findFirst()
			.orElseThrow();
	}

	Set<String> names() {
		return this.tasks.stream().map(ProvisioningTask::getName).collect(Collectors.toSet());
	}

	List<ProvisioningResult> results() {
		return this.tasks.stream().map(ProvisioningTask::result).filter(Objects::nonNull).toList();
	}

	Map<String, Diagnosis> obstacles() {
		Map<String, Diagnosis> obstacles = new HashMap<>();
		this.tasks.forEach((task) -> {
			Diagnosis obstacle = task.obstacle();
			if (obstacle != null) {
				obstacles.put(task.getName(), obstacle);
			}
		});
		return obstacles;
	}

}
