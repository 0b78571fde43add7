package dev.groundwork.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.resource.Difference;

/**
 * The server that every replica shares. It refuses to create what exists, as real servers
 * do.
 */
final class FakeServer {

	private final Map<String, FakeResource> resources = new ConcurrentHashMap<>();

	private final Map<String, Integer> creations = new ConcurrentHashMap<>();

	FakeServer(FakeResource... existing) {
		List.of(existing).forEach((resource) -> this.resources.put(resource.name(), resource));
	}

	/**
	 * Create the given resource.
	 * @param resource the resource
	 * @return whether there was none of its name
	 */
	boolean create(FakeResource resource) {
		boolean created = this.resources.putIfAbsent(resource.name(), resource) == null;
		if (created) {
			this.creations.merge(resource.name(), 1, Integer::sum);
		}
		return created;
	}

	void update(FakeResource resource) {
		this.resources.computeIfPresent(resource.name(), (name, existing) -> existing.withSetting(resource.setting()));
	}

	void lose(String name) {
		this.resources.remove(name);
	}

	Observation observe(FakeResource declared) {
		if (!declared.readable()) {
			return new Unreadable();
		}
		FakeResource found = this.resources.get(declared.name());
		return (found != null) ? new Present(differences(declared, found)) : new Absent();
	}

	private static List<Difference> differences(FakeResource declared, FakeResource found) {
		List<Difference> differences = new ArrayList<>();
		if (!declared.shape().equals(found.shape())) {
			differences.add(new Difference("shape", declared.shape(), found.shape(), false));
		}
		if (!declared.setting().equals(found.setting())) {
			differences.add(new Difference("setting", declared.setting(), found.setting(), true));
		}
		return differences;
	}

	List<FakeResource> resources() {
		return List.copyOf(this.resources.values());
	}

	Map<String, Integer> creations() {
		return Map.copyOf(this.creations);
	}

}
