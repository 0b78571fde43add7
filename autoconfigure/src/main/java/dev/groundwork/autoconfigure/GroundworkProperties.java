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

}
