package dev.groundwork.readiness;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;

/**
 * {@link HealthEndpointGroup} that has a contributor of ours among its members, and shows
 * the reasons to whom the application shows the details of its health.
 */
final class GroupWithOurHealth extends DegradableGroup {

	private final HealthEndpointGroup primary;

	private final String member;

	GroupWithOurHealth(HealthEndpointGroup group, HealthEndpointGroup primary, String member) {
		super(group);
		this.primary = primary;
		this.member = member;
	}

	@Override
	public boolean isMember(String name) {
		return name.equals(this.member) || name.startsWith(this.member + "/") || super.isMember(name);
	}

	@Override
	public boolean showComponents(SecurityContext securityContext) {
		return super.showComponents(securityContext) || this.primary.showComponents(securityContext);
	}

	@Override
	public boolean showDetails(SecurityContext securityContext) {
		return super.showDetails(securityContext) || this.primary.showDetails(securityContext);
	}

}
