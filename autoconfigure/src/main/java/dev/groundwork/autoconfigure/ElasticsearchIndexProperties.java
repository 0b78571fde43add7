package dev.groundwork.autoconfigure;

import dev.groundwork.elasticsearch.OnDrift;
import dev.groundwork.elasticsearch.WaitForStatus;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for what Elasticsearch must have.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = "groundwork.elasticsearch", ignoreUnknownFields = false)
public class ElasticsearchIndexProperties {

	/**
	 * Whether to provision Elasticsearch and to keep repositories from creating their
	 * indexes.
	 */
	private boolean enabled = true;

	/**
	 * Location of the definitions, which are in its folders 'lifecycle-policies',
	 * 'component-templates', 'index-templates' and 'indices'.
	 */
	private String location = "classpath:groundwork/";

	/**
	 * Status that each declared index must reach before it counts as there.
	 */
	private WaitForStatus waitForStatus = WaitForStatus.YELLOW;

	/**
	 * What to do about an index that differs from its definition in a way that cannot be
	 * changed in place.
	 */
	private OnDrift onDrift = OnDrift.FAIL;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public String getLocation() {
		return this.location;
	}

	public void setLocation(String location) {
		this.location = location;
	}

	public WaitForStatus getWaitForStatus() {
		return this.waitForStatus;
	}

	public void setWaitForStatus(WaitForStatus waitForStatus) {
		this.waitForStatus = waitForStatus;
	}

	public OnDrift getOnDrift() {
		return this.onDrift;
	}

	public void setOnDrift(OnDrift onDrift) {
		this.onDrift = onDrift;
	}

}
