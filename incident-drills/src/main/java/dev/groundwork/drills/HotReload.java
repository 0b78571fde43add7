package dev.groundwork.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.groundwork.drills.application.backend.BackendApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * DevTools on the class path of what is deployed.
 */
final class HotReload implements Drill {

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private static final int CHANGES = 3;

	@Override
	public String name() {
		return "hot-reload";
	}

	@Override
	public Quote quote() {
		return new Quote("003", "Backend still experiencing reload loop (WatchFiles detecting changes)");
	}

	@Override
	public String shows() {
		return "A service is deployed unpacked, with DevTools, and a class file of it is touched three times while it is asked every 50 ms.";
	}

	@Override
	public String plain(Stage stage) throws IOException {
		Path classes = classes(stage);
		Application backend = backend(stage, classes);
		backend.awaitReady(Application.LONGEST_START);
		Duration begin = backend.sinceStart();
		try (Samples<Answer> answers = Samples.every(INTERVAL, () -> backend.get("/api/status"))) {
			for (int change = 1; change <= CHANGES; change++) {
				touch(classes);
				awaitStarts(backend, 1 + change);
			}
			Duration loop = backend.sinceStart().minus(begin);
			List<Answer> taken = answers.taken();
			long failed = taken.stream().filter((answer) -> !answer.isOk()).count();
			assertThat(failed).isPositive();
			return "the running service restarts itself %d times within %s; %d of %d requests fail meanwhile"
				.formatted(CHANGES, Seconds.of(loop), failed, taken.size());
		}
	}

	@Override
	public String groundwork(Stage stage) throws IOException {
		Application backend = backend(stage, classes(stage));
		assertThat(backend.awaitExit(Application.LONGEST_START)).isEqualTo(ExitCode.BROKEN_CONTRACT);
		Duration ended = backend.sinceStart();
		assertThat(backend.log()).contains("[hot-reload]", "Spring Boot DevTools exchanges code")
			.doesNotContain("Tomcat started");
		return "exit code 78 after %s, before a port is bound; the report says to leave DevTools out of what is deployed"
			.formatted(Seconds.of(ended));
	}

	private static Application backend(Stage stage, Path classes) {
		return stage.application(BackendApplication.class)
			.property("spring.config.name", "application,backend")
			.property("spring.main.cloud-platform", "kubernetes")
			.environment("SECRET_KEY", Authentication.SECRET)
			.environment("JWT_SECRET", Authentication.SECRET)
			.withDevTools()
			.unpacked(classes)
			.start();
	}

	/*
	 * DevTools watches folders and no jars.
	 */
	private static Path classes(Stage stage) throws IOException {
		return ClassPath.unpackServices(stage.folder("classes"));
	}

	private static void touch(Path classes) throws IOException {
		Path file = classes.resolve(BackendApplication.class.getName().replace('.', '/') + ".class");
		Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
	}

	private static void awaitStarts(Application backend, int starts) {
		backend.await("started for the %d. time".formatted(starts), Application.LONGEST_START,
				() -> backend.log().split("Started BackendApplication in", -1).length - 1 == starts);
	}

}
