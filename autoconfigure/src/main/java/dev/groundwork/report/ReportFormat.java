package dev.groundwork.report;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Format in which the {@link GroundworkEndpoint} answers. The last one that a request
 * accepts is taken, so that a browser, which accepts everything, gets the page.
 *
 * @since 0.1.0
 */
public enum ReportFormat implements Producible<ReportFormat> {

	/**
	 * JSON of the third version of Actuator: the default.
	 */
	ACTUATOR_V3("application/vnd.spring-boot.actuator.v3+json"),

	/**
	 * JSON of the second version of Actuator.
	 */
	ACTUATOR_V2("application/vnd.spring-boot.actuator.v2+json"),

	/**
	 * JSON.
	 */
	JSON(MimeTypeUtils.APPLICATION_JSON_VALUE),

	/**
	 * The page for a browser.
	 */
	HTML(MimeTypeUtils.TEXT_HTML_VALUE + ";charset=UTF-8");

	private final MimeType mimeType;

	ReportFormat(String mimeType) {
		this.mimeType = MimeTypeUtils.parseMimeType(mimeType);
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.mimeType;
	}

	@Override
	public boolean isDefault() {
		return this == ACTUATOR_V3;
	}

}
