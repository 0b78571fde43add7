package dev.groundwork.readiness;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/**
 * The groups of the health endpoint with our contributors among their members.
 */
class GroupsWithOurHealth implements HealthEndpointGroups {

	private static final String READINESS = "readiness";

	private static final String LIVENESS = "liveness";

	private final HealthEndpointGroups groups;

	private final boolean liveness;

	GroupsWithOurHealth(HealthEndpointGroups groups, boolean liveness) {
		this.groups = groups;
		this.liveness = liveness;
	}

	@Override
	public HealthEndpointGroup getPrimary() {
		return new DegradableGroup(this.groups.getPrimary());
	}

	@Override
	public Set<String> getNames() {
		return this.groups.getNames();
	}

	@Override
	public @Nullable HealthEndpointGroup get(String name) {
		HealthEndpointGroup group = this.groups.get(name);
		if (group != null && READINESS.equals(name)) {
			return new GroupWithOurHealth(group, this.groups.getPrimary(), ReadinessHealth.NAME);
		}
		if (group != null && LIVENESS.equals(name) && this.liveness) {
			return new GroupWithOurHealth(group, this.groups.getPrimary(), LivenessHealth.NAME);
		}
		return group;
	}

}
