package dev.groundwork.drills;

import java.time.Duration;

import dev.groundwork.drills.application.backend.BackendApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two secrets that the deployment does not define.
 */
final class SecretMissing implements Drill {

	private static final String SECRET_KEY = "m3Vd8sQzTfP1xYw6Lk0RbNc7Hj2GaUe5";

	private static final String JWT_SECRET = "Zp4Kt9WnBv2Xq7Ls5Dg8Fh3Jm6Rc1TyA";

	@Override
	public String name() {
		return "secret-missing";
	}

	@Override
	public Quote quote() {
		return new Quote("002", "SECRET_KEY and JWT_SECRET not defined in docker-compose.yml");
	}

	@Override
	public String shows() {
		return "A service reads two secrets, and neither is set; then they are set as its log asks.";
	}

	@Override
	public String plain(Stage stage) {
		Application first = backend(stage, "neither-set").start();
		assertThat(first.awaitExit(Application.LONGEST_START)).isEqualTo(1);
		Duration ended = first.sinceStart();
		assertThat(first.log()).contains("Could not resolve placeholder 'SECRET_KEY'").doesNotContain("JWT_SECRET");
		long stackTrace = first.log().lines().filter((line) -> line.startsWith("\tat ")).count();
		assertThat(stackTrace).isPositive();
		Application second = backend(stage, "secret-key-set").environment("SECRET_KEY", SECRET_KEY).start();
		assertThat(second.awaitExit(Application.LONGEST_START)).isEqualTo(1);
		assertThat(second.log()).contains("Could not resolve placeholder 'JWT_SECRET'");
		return "exit code 1 after %s; a stack trace of %d lines names SECRET_KEY alone; once that is set, exit code 1 again, now for JWT_SECRET"
			.formatted(Seconds.of(ended), stackTrace);
	}

	@Override
	public String groundwork(Stage stage) {
		Application first = backend(stage, "neither-set").start();
		assertThat(first.awaitExit(Application.LONGEST_START)).isEqualTo(ExitCode.BROKEN_CONTRACT);
		Duration ended = first.sinceStart();
		assertThat(first.log()).contains("2 errors")
			.contains("export SECRET_KEY=$(openssl rand -base64 48)")
			.contains("export JWT_SECRET=$(openssl rand -base64 48)")
			.doesNotContain("\tat ");
		Application second = backend(stage, "both-set").environment("SECRET_KEY", SECRET_KEY)
			.environment("JWT_SECRET", JWT_SECRET)
			.start();
		Duration ready = second.awaitReady(Application.LONGEST_START);
		assertThat(second.log()).doesNotContain(SECRET_KEY, JWT_SECRET);
		return "exit code 78 after %s; one report without a stack trace names both, each with the command that sets it; once both are set, UP after %s"
			.formatted(Seconds.of(ended), Seconds.of(ready));
	}

	private static Application.Builder backend(Stage stage, String name) {
		return stage.application(BackendApplication.class)
			.named(name)
			.property("spring.config.name", "application,backend")
			.groundwork("contract.secrets[0].property", "app.secret-key")
			.groundwork("contract.secrets[0].environment", "SECRET_KEY")
			.groundwork("contract.secrets[0].min-bytes", 32)
			.groundwork("contract.secrets[1].property", "app.jwt.secret")
			.groundwork("contract.secrets[1].environment", "JWT_SECRET")
			.groundwork("contract.secrets[1].min-bytes", 32);
	}

}
