package dev.groundwork.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the Elasticsearch indexes.
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
	 * Location of the index definitions, which are in its folder 'indices'.
	 */
	private String location = "classpath:groundwork/";

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

}
