package dev.groundwork.sample.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.Readiness;

import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which service is ready, as Groundwork has seen it last. No request waits for a service.
 */
@RestController
class StatusController {

	private final Readiness readiness;

	private final Set<String> services;

	StatusController(Readiness readiness, GatewayProperties gateway) {
		this.readiness = readiness;
		this.services = gateway.getRoutes().stream().map(RouteDefinition::getId).collect(Collectors.toSet());
	}

	@GetMapping("/status")
	List<ServiceStatus> status() {
		return this.readiness.snapshot()
			.dependencies()
			.stream()
			.filter((dependency) -> this.services.contains(dependency.name()))
			.map(ServiceStatus::of)
			.toList();
	}

	/**
	 * What the public may know about a service.
	 */
	record ServiceStatus(String name, DependencyStatus status, Instant since) {

		static ServiceStatus of(DependencySnapshot dependency) {
			return new ServiceStatus(dependency.name(), dependency.status(), dependency.since());
		}

	}

}
