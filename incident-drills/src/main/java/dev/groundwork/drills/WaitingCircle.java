package dev.groundwork.drills;

import java.time.Duration;

import dev.groundwork.drills.application.waitingcircle.BackendApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services that are initialised on two threads, and wait for each other.
 */
final class WaitingCircle implements Drill {

	private static final Duration DEADLINE = Duration.ofSeconds(10);

	private static final Duration WATCH = DEADLINE.multipliedBy(2);

	private static final String CIRCLE = "cache → redis → pool → cache";

	@Override
	public String name() {
		return "waiting-circle";
	}

	@Override
	public Quote quote() {
		return new Quote("003", "Creates initialization deadlock where each waits for the other");
	}

	@Override
	public String shows() {
		return "The cache waits for Redis, which another thread initialises; Redis waits for the pool, and the pool for the cache.";
	}

	@Override
	public String plain(Stage stage) {
		Application backend = stage.application(BackendApplication.class).start();
		Duration stuck = backend.await("stuck", Application.LONGEST_START,
				() -> backend.log().contains("WebApplicationContextInitializer")
						&& backend.threads().contains("initialize-services"));
		stage.tell("stuck, is watched for " + Seconds.of(WATCH));
		backend.requireStuck(WATCH);
		return "stuck after %s: connection refused and not one more line in the log for the %s it was watched"
			.formatted(Seconds.of(stuck), Seconds.of(WATCH));
	}

	@Override
	public String groundwork(Stage stage) {
		Application backend = stage.application(BackendApplication.class)
			.groundwork("startup.deadline", DEADLINE.toSeconds() + "s")
			.groundwork("startup.on-deadline", "fail")
			.start();
		Duration told = backend.await("telling the circle", Application.LONGEST_START,
				() -> backend.early("/readyz").body().contains(CIRCLE));
		assertThat(backend.early("/readyz").status()).isEqualTo(503);
		assertThat(backend.awaitExit(Application.LONGEST_START)).isEqualTo(1);
		assertThat(backend.log()).contains(CIRCLE, "APPLICATION FAILED TO START");
		return "the early probe names %s after %s; at the deadline of %s the report has it and the start ends, exit code 1 after %s"
			.formatted(CIRCLE, Seconds.of(told), Seconds.of(DEADLINE), Seconds.of(backend.sinceStart()));
	}

}
