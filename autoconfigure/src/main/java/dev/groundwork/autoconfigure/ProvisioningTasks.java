package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;

/**
 * One task for each back end.
 */
final class ProvisioningTasks implements StartupTaskContributor {

	private final List<ProvisioningTask> tasks;

	ProvisioningTasks(Stream<Provisioner> provisioners, ProvisioningMode mode) {
		this.tasks = provisioners.map((provisioner) -> new ProvisioningTask(provisioner, mode)).toList();
	}

	@Override
	public List<ProvisioningTask> tasks() {
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

}
