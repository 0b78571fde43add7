package dev.groundwork.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.groundwork.drills.application.backend.BackendApplication;
import dev.groundwork.drills.application.backend.EmergencyHealth;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An image that holds the build before the repair.
 */
final class StaleBuild implements Drill {

	private static final String BEFORE_REPAIR = "3f9c1d7a5b2e8046c1f7d93ab05e62148d7fc0a9";

	private static final String REPAIR = "b81e4a06f2d95c37a0e6417bd8c2f3590a1e7d64";

	private static final String REPAIRED = "/health-emergency";

	@Override
	public String name() {
		return "stale-build";
	}

	@Override
	public Quote quote() {
		return new Quote("002", "Container using stale code without emergency fixes");
	}

	@Override
	public String shows() {
		return "A repair is deployed, and the image holds the build of the commit before it.";
	}

	@Override
	public String plain(Stage stage) throws IOException {
		Application backend = stale(stage);
		Duration ready = backend.awaitReady(Application.LONGEST_START);
		assertThat(backend.get(REPAIRED).status()).isEqualTo(404);
		assertThat(backend.log()).doesNotContain(abbreviated(BEFORE_REPAIR), abbreviated(REPAIR));
		return "UP after %s with the build of %s while %s was to be deployed; `%s`, which that commit adds, is 404, and nothing says why"
			.formatted(Seconds.of(ready), abbreviated(BEFORE_REPAIR), abbreviated(REPAIR), REPAIRED);
	}

	@Override
	public String groundwork(Stage stage) throws IOException {
		Application refused = stale(stage);
		assertThat(refused.awaitExit(Application.LONGEST_START)).isEqualTo(ExitCode.BROKEN_CONTRACT);
		Duration ended = refused.sinceStart();
		assertThat(refused.log()).contains("[stale-build]", "the image holds another build", "docker build --no-cache");
		Application rebuilt = start(stage, "rebuilt", image(stage, "rebuilt", REPAIR));
		Duration ready = rebuilt.awaitReady(Application.LONGEST_START);
		assertThat(rebuilt.get(REPAIRED).isOk()).isTrue();
		return "exit code 78 after %s: “the image holds another build”, and how to build it again; with the build of %s UP after %s, and `%s` is 200"
			.formatted(Seconds.of(ended), abbreviated(REPAIR), Seconds.of(ready), REPAIRED);
	}

	private static Application stale(Stage stage) throws IOException {
		Path image = image(stage, "stale", BEFORE_REPAIR);
		Files.delete(image.resolve(EmergencyHealth.class.getName().replace('.', '/') + ".class"));
		return start(stage, "stale", image);
	}

	private static Path image(Stage stage, String name, String commit) throws IOException {
		Path image = ClassPath.unpackServices(stage.folder(name));
		Files.writeString(image.resolve("git.properties"), "git.commit.id=%s%n".formatted(commit));
		return image;
	}

	private static Application start(Stage stage, String name, Path image) {
		return stage.application(BackendApplication.class)
			.named(name)
			.unpacked(image)
			.property("spring.config.name", "application,backend")
			.environment("SECRET_KEY", Authentication.SECRET)
			.environment("JWT_SECRET", Authentication.SECRET)
			.groundwork("contract.expected-commit", REPAIR)
			.start();
	}

	private static String abbreviated(String commit) {
		return commit.substring(0, 7);
	}

}
