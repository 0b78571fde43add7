package dev.groundwork.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for where the report of the start goes.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = ReportProperties.PREFIX, ignoreUnknownFields = false)
public class ReportProperties {

	static final String PREFIX = "groundwork.report";

	/**
	 * File that gets the reason why a start failed, if it exists and can be written.
	 * Leave it empty to write none.
	 */
	private String terminationMessagePath = "/dev/termination-log";

	public String getTerminationMessagePath() {
		return this.terminationMessagePath;
	}

	public void setTerminationMessagePath(String terminationMessagePath) {
		this.terminationMessagePath = terminationMessagePath;
	}

}
