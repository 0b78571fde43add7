package dev.groundwork.startup;

import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * {@link ApplicationStartup} of the user, whose steps are also seen by us.
 */
final class ObservedStartup implements ApplicationStartup {

	private final ApplicationStartup users;

	private final BeansInCreation beans;

	ObservedStartup(ApplicationStartup users, BeansInCreation beans) {
		this.users = users;
		this.beans = beans;
	}

	ApplicationStartup users() {
		return this.users;
	}

	@Override
	public StartupStep start(String name) {
		return this.beans.observed(name, this.users.start(name));
	}

}
