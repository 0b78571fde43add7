package dev.groundwork.drills;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A secret that is not set, and what somebody has written to be used instead.
 */
final class SilentFallback implements Drill {

	private static final String FIXED = "dev-secret";

	@Override
	public String name() {
		return "silent-fallback";
	}

	@Override
	public Quote quote() {
		return new Quote("002", "Always provide fallback values for critical variables");
	}

	@Override
	public String shows() {
		return "JWT_SECRET is not set, and the service falls back to `${JWT_SECRET:dev-secret}` or, in two replicas, to `${JWT_SECRET:${random.uuid}}`.";
	}

	@Override
	public String plain(Stage stage) {
		Application fixed = fixed(stage);
		Duration fixedReady = fixed.awaitReady(Application.LONGEST_START);
		assertThat(Authentication.me(fixed, Authentication.forge(FIXED)).isOk()).isTrue();
		fixed.close();
		Application one = random(stage, "random-1");
		Duration oneReady = one.awaitReady(Application.LONGEST_START);
		Application other = random(stage, "random-2");
		other.awaitReady(Application.LONGEST_START);
		String token = Authentication.login(one);
		assertThat(Authentication.me(one, token).isOk()).isTrue();
		assertThat(Authentication.me(other, token).status()).isEqualTo(401);
		return "UP after %s with `dev-secret`: a token forged with it is accepted; UP after %s with a random one: a token of one replica is refused by the other (401)"
			.formatted(Seconds.of(fixedReady), Seconds.of(oneReady));
	}

	@Override
	public String groundwork(Stage stage) {
		Application fixed = fixed(stage);
		assertThat(fixed.awaitExit(Application.LONGEST_START)).isEqualTo(ExitCode.BROKEN_CONTRACT);
		Duration fixedEnded = fixed.sinceStart();
		assertThat(fixed.log()).contains("[placeholder-default]", "'JWT_SECRET' is not set").doesNotContain(FIXED);
		Application random = random(stage, "random");
		assertThat(random.awaitExit(Application.LONGEST_START)).isEqualTo(ExitCode.BROKEN_CONTRACT);
		Duration randomEnded = random.sinceStart();
		assertThat(random.log()).contains("[generated-secret]", "no two replicas agree on it");
		return "exit code 78 after %s for the one and %s for the other; the report says that JWT_SECRET is not set and does not show the default"
			.formatted(Seconds.of(fixedEnded), Seconds.of(randomEnded));
	}

	private static Application fixed(Stage stage) {
		return Authentication.replica(stage, "fixed")
			.property(Authentication.PROPERTY, "${JWT_SECRET:%s}".formatted(FIXED))
			.start();
	}

	private static Application random(Stage stage, String name) {
		return Authentication.replica(stage, name)
			.property(Authentication.PROPERTY, "${JWT_SECRET:${random.uuid}}")
			.start();
	}

}
