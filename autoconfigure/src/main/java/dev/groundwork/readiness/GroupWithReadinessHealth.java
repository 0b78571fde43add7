package dev.groundwork.readiness;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;

/**
 * {@link HealthEndpointGroup} that has the {@link ReadinessHealth} among its members, and
 * shows the reasons to whom the application shows the details of its health.
 */
final class GroupWithReadinessHealth implements HealthEndpointGroup {

	private final HealthEndpointGroup group;

	private final HealthEndpointGroup primary;

	GroupWithReadinessHealth(HealthEndpointGroup group, HealthEndpointGroup primary) {
		this.group = group;
		this.primary = primary;
	}

	@Override
	public boolean isMember(String name) {
		return name.equals(ReadinessHealth.NAME) || name.startsWith(ReadinessHealth.NAME + "/")
				|| this.group.isMember(name);
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
		return this.group.getStatusAggregator();
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
