package dev.groundwork.autoconfigure;

import dev.groundwork.provision.ProvisioningMode;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What is said about a run that lays the groundwork, plans it, or looks at what is
 * configured, and ends: it binds no port, starts no listener and runs no runner.
 *
 * @param mode what to do about the resources the service needs
 * @param requested whether the run is to end
 */
record JobRun(ProvisioningMode mode, boolean requested) {

	static JobRun of(Environment environment) {
		Binder binder = Binder.get(environment);
		ProvisioningMode mode = binder.bind("groundwork.mode", ProvisioningMode.class).orElse(ProvisioningMode.APPLY);
		boolean enabled = binder.bind("groundwork.enabled", Boolean.class).orElse(true);
		boolean exit = binder.bind("groundwork.exit", Boolean.class).orElse(false);
		boolean ends = exit || mode == ProvisioningMode.PLAN || mode == ProvisioningMode.DOCTOR;
		return new JobRun(mode, enabled && ends && mode != ProvisioningMode.OFF);
	}

	boolean isDoctor() {
		return this.requested && this.mode == ProvisioningMode.DOCTOR;
	}

}
