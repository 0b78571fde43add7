package dev.groundwork.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process with one class path.
 */
final class Jvm implements AutoCloseable {

	static final Duration LONGEST_RUN = Duration.ofSeconds(40);

	private final Process process;

	private final Path log;

	private Jvm(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	static Path home() {
		return Path.of(System.getProperty("java.home"));
	}

	static Jvm start(Path home, String name, Map<String, String> environment, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
		command.addAll(arguments);
		return start(name, environment, command);
	}

	static Jvm start(String name, Map<String, String> environment, List<String> command) {
		try {
			Path logs = Files.createDirectories(Path.of("target", "logs"));
			Path log = Files.createTempFile(logs, name + "-", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().putAll(environment);
			return new Jvm(builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	Process process() {
		return this.process;
	}

	int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)).as(() -> "it did not end: " + log())
			.isTrue();
		return this.process.exitValue();
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
	}

}
