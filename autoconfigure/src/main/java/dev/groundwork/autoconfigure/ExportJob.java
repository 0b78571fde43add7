package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.groundwork.provision.DesiredStateExport;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.report.ProvisioningReport;
import dev.groundwork.resource.DesiredState;

/**
 * {@link Job} that hands what must exist to another tool, without asking a server.
 */
final class ExportJob implements Job {

	private final DesiredStates desiredStates;

	private final String format;

	ExportJob(DesiredStates desiredStates, String format) {
		this.desiredStates = desiredStates;
		this.format = format;
	}

	static List<String> formats(DesiredStates desiredStates) {
		return desiredStates.provisioners()
			.stream()
			.flatMap((provisioner) -> provisioner.getExports().stream())
			.map(DesiredStateExport::getFormat)
			.distinct()
			.toList();
	}

	@Override
	public int run(StandardOutput output) {
		Map<Provisioner, DesiredState> states = this.desiredStates.resolveSound();
		states.forEach((provisioner, desired) -> provisioner.getExports()
			.stream()
			.filter((export) -> export.getFormat().equals(this.format) && !desired.isEmpty())
			.forEach((export) -> output.write(export.write(desired))));
		return ProvisioningReport.DONE;
	}

}
