package dev.groundwork.autoconfigure;

import dev.groundwork.provision.ProvisioningMode;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for Groundwork as a whole.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("groundwork")
public class GroundworkProperties {

	/**
	 * Whether to enable Groundwork.
	 */
	private boolean enabled = true;

	/**
	 * What to do about the resources the service needs.
	 */
	private ProvisioningMode mode = ProvisioningMode.APPLY;

	/**
	 * Format of what a run that ends by itself prints: 'text', 'json' or, with the mode
	 * 'plan', 'kubernetes-probes' or a format of a back end such as
	 * 'rabbitmq-definitions', and with the mode 'doctor', 'env' or 'secret-yaml'.
	 */
	private String output = "text";

	/**
	 * Whether to provision, report and end instead of serving.
	 */
	private boolean exit;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public ProvisioningMode getMode() {
		return this.mode;
	}

	public void setMode(ProvisioningMode mode) {
		this.mode = mode;
	}

	public String getOutput() {
		return this.output;
	}

	public void setOutput(String output) {
		this.output = output;
	}

	public boolean isExit() {
		return this.exit;
	}

	public void setExit(boolean exit) {
		this.exit = exit;
	}

}
