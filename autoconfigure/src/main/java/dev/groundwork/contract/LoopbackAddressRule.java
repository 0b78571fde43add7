package dev.groundwork.contract;

import java.util.stream.Stream;

/**
 * What the application connects to is on its own loopback address, and the application
 * runs in a container, where nothing else is. A warning only: a side-car is there too.
 */
final class LoopbackAddressRule implements DeploymentRule {

	@Override
	public String name() {
		return "loopback-address";
	}

	@Override
	public Severity defaultSeverity() {
		return Severity.WARNING;
	}

	@Override
	public boolean isForProductionOnly() {
		return true;
	}

	@Override
	public Stream<Finding> check(Inspection inspection, Deployment deployment) {
		if (!deployment.container()) {
			return Stream.empty();
		}
		return Targets.withHost(inspection.settings(), Hosts::isLoopback)
			.map((target) -> finding(target.setting().name(), Text.origin(target),
					"names the loopback address, where a container reaches nothing but itself",
					"Write the name of the service instead, as in:\n    export "
							+ Targets.variable(target, Hosts::isLoopback)
							+ "=<name of the service>\nIf it is a side-car, switch the rule off:\n"
							+ "    groundwork.contract.rules.loopback-address: off"));
	}

}
