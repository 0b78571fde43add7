package dev.groundwork.readiness;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;

/**
 * {@link HealthEndpointGroup} that has a contributor of ours among its members, knows
 * what degraded means, and shows the reasons to whom the application shows the details of
 * its health.
 */
final class GroupWithOurHealth implements HealthEndpointGroup {

	private final HealthEndpointGroup group;

	private final HealthEndpointGroup primary;

	private final String member;

	GroupWithOurHealth(HealthEndpointGroup group, HealthEndpointGroup primary, String member) {
		this.member = member;
		this.group = group;
		this.primary = primary;
	}

	@Override
	public boolean isMember(String name) {
		return name.equals(this.member) || name.startsWith(this.member + "/") || this.group.isMember(name);
	}

	@Override
	public boolean showComponents(SecurityContext securityContext) {
		return this.group.showComponents(securityContext) || this.primary.showComponents(securityContext);
	}

	@Override
	public boolean showDetails(SecurityContext securityContext) {
		return this.group.showDetails(securityContext) || this.primary.showDetails(securityContext);
	}

	@Override
	public StatusAggregator getStatusAggregator() {
		return new DegradedStatus(this.group.getStatusAggregator());
	}

	@Override
	public HttpCodeStatusMapper getHttpCodeStatusMapper() {
		return this.group.getHttpCodeStatusMapper();
	}

	@Override
	public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
		return this.group.getAdditionalPath();
	}

}
