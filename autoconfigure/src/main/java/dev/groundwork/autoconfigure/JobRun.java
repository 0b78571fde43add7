package dev.groundwork.autoconfigure;

import dev.groundwork.provision.ProvisioningMode;

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
		ProvisioningMode mode = EarlySetting.read(environment, "groundwork.mode", ProvisioningMode.APPLY);
		boolean enabled = EarlySetting.read(environment, "groundwork.enabled", true);
		boolean exit = EarlySetting.read(environment, "groundwork.exit", false);
		boolean ends = exit || mode == ProvisioningMode.PLAN || mode == ProvisioningMode.DOCTOR;
		return new JobRun(mode, enabled && ends && mode != ProvisioningMode.OFF);
	}

	boolean isDoctor() {
		return this.requested && this.mode == ProvisioningMode.DOCTOR;
	}

}
