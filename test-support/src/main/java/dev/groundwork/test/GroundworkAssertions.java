package dev.groundwork.test;

import dev.groundwork.report.GroundworkReport;

import org.springframework.context.ApplicationContext;

/**
 * Entry point of the assertions about an application that lays its groundwork. <pre
 * class="code">
 * assertThat(context).within(Duration.ofSeconds(10))
 *     .isReady()
 *     .hasOpenGate("rabbitmq")
 *     .hasProvisioned("queue", "orders")
 *     .neverReadyBefore("cache");
 * </pre> Its method may be imported beside that of AssertJ. An assertable context of an
 * application context runner belongs to both; call this one with its class there.
 *
 * @since 0.1.0
 */
public final class GroundworkAssertions {

	private GroundworkAssertions() {
	}

	/**
	 * Create an assertion about an application in this JVM.
	 * @param context the context of the application
	 * @return the assertion
	 */
	public static GroundworkAssert assertThat(ApplicationContext context) {
		return new GroundworkAssert(new StartSource.OfContext(context));
	}

	/**
	 * Create an assertion about an application that runs elsewhere and shows the
	 * {@code groundwork} endpoint.
	 * @param probe asks the application
	 * @return the assertion
	 */
	public static GroundworkAssert assertThat(ServiceProbe probe) {
		return new GroundworkAssert(new StartSource.OfService(probe));
	}

	/**
	 * Create an assertion about a report.
	 * @param report the report
	 * @return the assertion
	 */
	public static GroundworkAssert assertThat(GroundworkReport report) {
		return new GroundworkAssert(new StartSource.OfReport(report));
	}

}
