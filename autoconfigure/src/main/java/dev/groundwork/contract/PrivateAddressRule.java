package dev.groundwork.contract;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the application connects to is written as a private or link-local IP address,
 * which another network does not have. On Kubernetes a variable may hold one, since it is
 * set anew for every pod.
 */
final class PrivateAddressRule implements EnvironmentRule {

	@Override
	public String name() {
		return "private-address";
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
	public Stream<Finding> check(Inspection inspection) {
		Settings settings = inspection.settings();
		List<Resolution> targets = Targets.withHost(settings, Hosts::isPrivate).toList();
		if (targets.isEmpty()) {
			return Stream.empty();
		}
		boolean kubernetes = settings.find("KUBERNETES_SERVICE_HOST") != null;
		return targets.stream()
			.filter((target) -> !kubernetes
					|| target.sources().stream().noneMatch((source) -> source.place().isEnvironmentVariable()))
			.map((target) -> finding(target.setting().name(), Text.origin(target),
					"names a private IP address, which is another machine, or none, when the network changes",
					"Write a host name that is looked up, or set one where the application starts:\n    export "
							+ Targets.variable(target, Hosts::isPrivate) + "=<host name>"));
	}

}
