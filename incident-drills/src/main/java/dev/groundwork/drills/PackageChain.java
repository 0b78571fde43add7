package dev.groundwork.drills;

import java.time.Duration;

import dev.groundwork.drills.application.gateway.GatewayApplication;
import dev.groundwork.test.PackageCycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Packages that use each other in a circle.
 */
final class PackageChain implements Drill {

	static final String FEATURE = "features.presence-in-realtime";

	@Override
	public String name() {
		return "package-chain";
	}

	@Override
	public Quote quote() {
		return new Quote("000", "The shared modules have a circular dependency chain:");
	}

	@Override
	public String shows() {
		return "clients → events → utils → realtime → clients: the packages compile, and the service overflows its stack at a fresh start; `PackageCycles` names the circle in a unit test.";
	}

	@Override
	public String plain(Stage stage) {
		Application gateway = start(stage);
		assertThat(gateway.awaitExit(Application.LONGEST_START)).isEqualTo(1);
		assertThat(gateway.log()).contains("StackOverflowError");
		return "compiles without a word; a fresh start ends with StackOverflowError, exit code 1 after "
				+ Seconds.of(gateway.sinceStart());
	}

	@Override
	public String groundwork(Stage stage) {
		long begin = System.nanoTime();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> PackageCycles.of(GatewayApplication.class).requireNone())
			.withMessageContaining("Cycle detected")
			.withMessageContaining("gateway.clients")
			.withMessageContaining("gateway.realtime");
		Duration found = Duration.ofNanos(System.nanoTime() - begin);
		Application gateway = start(stage);
		assertThat(gateway.awaitExit(Application.LONGEST_START)).isEqualTo(1);
		return "PackageCycles names the circle in a unit test of %s; deployed all the same, the service ends as on plain Spring Boot, after %s"
			.formatted(Seconds.of(found), Seconds.of(gateway.sinceStart()));
	}

	private static Application start(Stage stage) {
		return stage.application(GatewayApplication.class).property(FEATURE, true).start();
	}

}
