package dev.groundwork.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.groundwork.autoconfigure.ReadinessProperties.Dependency;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.DependencyChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.io.ResourceLoader;

/**
 * Checks of dependencies for which properties say what to check.
 */
final class ConfiguredChecks {

	private final NamedHealthChecks healthChecks;

	private final ResourceLoader resources;

	ConfiguredChecks(NamedHealthChecks healthChecks, ResourceLoader resources) {
		this.healthChecks = healthChecks;
		this.resources = resources;
	}

	/**
	 * Return the check of a dependency.
	 * @param name the name of the dependency
	 * @param dependency its properties
	 * @return the check, or {@code null} if the properties do not say what to check
	 */
	@Nullable DependencyCheck of(String name, Dependency dependency) {
		Duration timeout = dependency.clientTimeout();
		List<DependencyCheck> checks = new ArrayList<>();
		URI url = dependency.getUrl();
		if (url != null) {
			// Its value may hold a secret
			checks.add(create(name, "url", null, "Not an http or https URL",
					() -> DependencyChecks.http(name, url, dependency.getExpectedStatus(), timeout)));
		}
		String address = dependency.getAddress();
		if (address != null) {
			checks.add(create(name, "address", address, "Not a host and a port, such as db.example.org:5432",
					() -> DependencyChecks.address(name, address, timeout)));
		}
		if (dependency.getHost() != null) {
			checks.add(DependencyChecks.host(name, dependency.getHost()));
		}
		String certificate = dependency.getCertificate();
		if (certificate != null) {
			checks.add(create(name, "certificate", certificate, "Neither a host and a port nor a file",
					() -> DependencyChecks.certificate(name, certificate, dependency.getExpiresWithin(), timeout,
							this.resources)));
		}
		String health = dependency.getHealth();
		if (health != null) {
			checks.add(health(name, health));
		}
		if (checks.size() > 1) {
			throw invalid(name, null, "More than one of url, address, host, certificate and health is set: give each a "
					+ "name of its own");
		}
		return checks.isEmpty() ? null : checks.get(0);
	}

	private static DependencyCheck create(String name, String property, @Nullable String value, String reason,
			Supplier<DependencyCheck> factory) {
		try {
			return factory.get();
		}
		catch (IllegalArgumentException ex) {
			throw invalid(name + "." + property, value, reason);
		}
	}

	private DependencyCheck health(String name, String path) {
		DependencyCheck check = this.healthChecks.find(name, path);
		if (check == null) {
			throw invalid(name + ".health", path, "There is no health contributor of this name");
		}
		return check;
	}

	static InvalidConfigurationPropertyValueException invalid(String name, @Nullable String value, String reason) {
		return new InvalidConfigurationPropertyValueException("groundwork.readiness.dependencies." + name, value,
				reason);
	}

}
