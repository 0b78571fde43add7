package dev.groundwork.report;

import java.time.Clock;
import java.time.Instant;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} that answers a browser with the
 * start-up page.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = GroundworkEndpoint.class)
public final class GroundworkEndpointWebExtension {

	private final GroundworkEndpoint endpoint;

	private final String application;

	private final Instant jvmStart;

	private final Clock clock;

	/**
	 * Create a new {@link GroundworkEndpointWebExtension} instance.
	 * @param endpoint the endpoint
	 * @param application the name of the application
	 * @param jvmStart when the JVM started
	 */
	public GroundworkEndpointWebExtension(GroundworkEndpoint endpoint, String application, Instant jvmStart) {
		this.endpoint = endpoint;
		this.application = application;
		this.jvmStart = jvmStart;
		this.clock = Clock.systemUTC();
	}

	/**
	 * Return what happened so far, in the format that the request accepts.
	 * @param format the format
	 * @return the JSON or the page
	 */
	@ReadOperation(producesFrom = ReportFormat.class)
	public WebEndpointResponse<Object> groundwork(ReportFormat format) {
		return new WebEndpointResponse<>((format == ReportFormat.HTML) ? page() : this.endpoint.groundwork(), format);
	}

	private String page() {
		return new StartupPage(this.application, this.jvmStart, this.clock.instant(), this.endpoint.report())
			.toString();
	}

}
