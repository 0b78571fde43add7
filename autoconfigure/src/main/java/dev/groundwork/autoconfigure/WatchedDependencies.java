package dev.groundwork.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.groundwork.autoconfigure.ReadinessProperties.Dependency;
import dev.groundwork.readiness.CheckSchedule;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.WatchedDependency;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ResourceLoader;

/**
 * What is watched: what is found, what the application checks itself, and what is
 * configured. Settled when every bean has been created, so that a name that says nothing
 * ends the start.
 */
final class WatchedDependencies implements Supplier<List<WatchedDependency>>, SmartInitializingSingleton {

	static final String WEB_SERVER = "web-server";

	/**
	 * Names that may be configured also where there is nothing of the kind.
	 */
	private static final Set<String> KNOWN = Set.of("rabbitmq", "elasticsearch", WEB_SERVER);

	private final ReadinessProperties properties;

	private final Supplier<List<DependencyCheck>> found;

	private final NamedHealthChecks healthContributors;

	private final ConfiguredChecks configured;

	private volatile List<WatchedDependency> dependencies = List.of();

	/**
	 * Create a new {@link WatchedDependencies} instance.
	 * @param properties what is configured
	 * @param found finds what needs no configuration; those of the application first
	 * @param healthContributors for the name of a dependency and the path of a health
	 * contributor, checks that contributor, if there is one
	 * @param resources finds files
	 */
	WatchedDependencies(ReadinessProperties properties, Supplier<List<DependencyCheck>> found,
			NamedHealthChecks healthContributors, ResourceLoader resources) {
		this.properties = properties;
		this.found = found;
		this.healthContributors = healthContributors;
		this.configured = new ConfiguredChecks(healthContributors, resources);
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, DependencyCheck> checks = new LinkedHashMap<>();
		this.found.get().forEach((check) -> checks.putIfAbsent(check.getName(), check));
		this.properties.getDependencies().forEach((name, dependency) -> {
			DependencyCheck configured = this.configured.of(name, dependency);
			if (configured != null) {
				checks.put(name, configured);
			}
			else if (!checks.containsKey(name) && !KNOWN.contains(name)) {
				checks.put(name, byHealthContributor(name, checks.keySet()));
			}
		});
		this.dependencies = checks.values()
			.stream()
			.filter((check) -> this.properties.dependency(check.getName()).isEnabled())
			.map(this::watched)
			.toList();
	}

	private WatchedDependency watched(DependencyCheck check) {
		String name = check.getName();
		Dependency dependency = this.properties.dependency(name);
		DependencyPolicy policy = Objects.requireNonNullElse(dependency.getPolicy(), check.getDefaultPolicy());
		boolean endsLife = name.equals(WEB_SERVER) && this.properties.getWebServer().isLiveness();
		try {
			return new WatchedDependency(check, policy, dependency.schedule(CheckSchedule.DEFAULT.failureThreshold()),
					endsLife ? this.properties.getWebServer().getLivenessAfter() : null);
		}
		catch (IllegalArgumentException ex) {
			throw ConfiguredChecks.invalid(name, null, String.valueOf(ex.getMessage()));
		}
	}

	private DependencyCheck byHealthContributor(String name, Collection<String> known) {
		DependencyCheck check = this.healthContributors.find(name, name);
		if (check == null) {
			throw ConfiguredChecks.invalid(name, null,
					("Nothing is known by this name. Set one of url, address, host, certificate and health, or use "
							+ "the name of a health contributor or one of %s")
						.formatted(String.join(", ",
								Stream.concat(known.stream(), KNOWN.stream()).distinct().sorted().toList())));
		}
		return check;
	}

	@Override
	public List<WatchedDependency> get() {
		return this.dependencies;
	}

}
