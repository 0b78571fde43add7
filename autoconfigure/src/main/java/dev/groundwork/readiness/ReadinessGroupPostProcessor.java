package dev.groundwork.readiness;

import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Puts the {@link ReadinessHealth} into the readiness group and the
 * {@link LivenessHealth} into the liveness group, also where the application has defined
 * their members.
 *
 * @since 0.1.0
 */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ReadinessGroupPostProcessor implements HealthEndpointGroupsPostProcessor {

	private final boolean liveness;

	/**
	 * Create a new {@link ReadinessGroupPostProcessor} instance that leaves the liveness
	 * group alone.
	 */
	public ReadinessGroupPostProcessor() {
		this(false);
	}

	/**
	 * Create a new {@link ReadinessGroupPostProcessor} instance.
	 * @param liveness whether there is a {@link LivenessHealth} for the liveness group
	 */
	public ReadinessGroupPostProcessor(boolean liveness) {
		this.liveness = liveness;
	}

	@Override
	public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
		return (groups instanceof AdditionalPathsMapper mapper) ? new MappedGroups(groups, this.liveness, mapper)
				: new GroupsWithOurHealth(groups, this.liveness);
	}

}
