package dev.groundwork.drills;

import java.time.Duration;

import dev.groundwork.drills.application.lazycircle.BackendApplication;
import dev.groundwork.test.BeanCycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A circle of beans that is hidden instead of broken.
 */
final class LazyCircle implements Drill {

	private static final int BROKEN_CONTRACT = 78;

	@Override
	public String name() {
		return "lazy-circle";
	}

	@Override
	public Quote quote() {
		return new Quote("000", "I can fix the circular import by lazy-loading ServiceClient in realtime module.");
	}

	@Override
	public String shows() {
		return "Circular references are allowed, and `@Lazy` hides what Spring refuses even so: the service starts, and overflows its stack when the circle is used.";
	}

	@Override
	public String plain(Stage stage) {
		Application backend = start(stage.application(BackendApplication.class));
		Duration ready = backend.awaitReady(Application.LONGEST_START);
		assertThat(backend.get("/documents").status()).isEqualTo(500);
		assertThat(backend.log()).contains("StackOverflowError");
		assertThat(backend.isReady()).isTrue();
		return "UP after %s; the first request is a StackOverflowError (500), readiness stays UP"
			.formatted(Seconds.of(ready));
	}

	@Override
	public String groundwork(Stage stage) {
		long begin = System.nanoTime();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> BeanCycles.of(BackendApplication.class, "logging.config=classpath:drills-logback.xml")
				.requireNone())
			.withMessageContaining("cache → redis → pool → cache")
			.withMessageContaining("@Lazy");
		Duration found = Duration.ofNanos(System.nanoTime() - begin);
		Application backend = start(
				stage.application(BackendApplication.class).groundwork("contract.rules.circular-references", "error"));
		assertThat(backend.awaitExit(Application.LONGEST_START)).isEqualTo(BROKEN_CONTRACT);
		assertThat(backend.log()).contains("[circular-references]");
		return "BeanCycles names cache → redis → pool → cache and its @Lazy in a unit test of %s; the contract refuses allow-circular-references, exit code 78 after %s"
			.formatted(Seconds.of(found), Seconds.of(backend.sinceStart()));
	}

	private static Application start(Application.Builder backend) {
		return backend.property("spring.main.allow-circular-references", true).start();
	}

}
