package dev.groundwork.drills;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A secret that is set under a name which is not the one that is read.
 */
final class SecretUnderAnotherName implements Drill {

	@Override
	public String name() {
		return "secret-under-another-name";
	}

	@Override
	public Quote quote() {
		return new Quote("002", "Main.py checked for JWT_SECRET_KEY");
	}

	@Override
	public String shows() {
		return "A service reads `app.jwt.secret: ${JWT_SECRET}`, and only JWT_SECRET_KEY is set.";
	}

	@Override
	public String plain(Stage stage) {
		Application authentication = Authentication.replica(stage, "other-name")
			.environment("JWT_SECRET_KEY", Authentication.SECRET)
			.start();
		Duration ready = authentication.awaitReady(Application.LONGEST_START);
		assertThat(Authentication.me(authentication, Authentication.forge(Authentication.SECRET)).status())
			.isEqualTo(401);
		assertThat(Authentication.me(authentication, Authentication.forge("${JWT_SECRET}")).isOk()).isTrue();
		assertThat(authentication.log()).doesNotContain("JWT_SECRET");
		return "UP after %s without a word in the log; the key is the text '${JWT_SECRET}' itself, so a token that anybody forges with it is accepted"
			.formatted(Seconds.of(ready));
	}

	@Override
	public String groundwork(Stage stage) {
		Application refused = Authentication.replica(stage, "other-name")
			.environment("JWT_SECRET_KEY", Authentication.SECRET)
			.start();
		assertThat(refused.awaitExit(Application.LONGEST_START)).isEqualTo(ExitCode.BROKEN_CONTRACT);
		Duration ended = refused.sinceStart();
		assertThat(refused.log()).contains("'JWT_SECRET_KEY' is set and nothing reads it: did you mean 'JWT_SECRET'")
			.contains("authentication.yml:3:13")
			.doesNotContain(Authentication.SECRET);
		Application renamed = Authentication.replica(stage, "renamed")
			.environment("JWT_SECRET", Authentication.SECRET)
			.start();
		Duration ready = renamed.awaitReady(Application.LONGEST_START);
		assertThat(Authentication.me(renamed, Authentication.forge("${JWT_SECRET}")).status()).isEqualTo(401);
		return "exit code 78 after %s: “'JWT_SECRET_KEY' is set and nothing reads it: did you mean 'JWT_SECRET'”, with the line that reads it; renamed, UP after %s"
			.formatted(Seconds.of(ended), Seconds.of(ready));
	}

}
