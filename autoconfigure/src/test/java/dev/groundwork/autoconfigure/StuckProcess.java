package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.groundwork.autoconfigure.stuck.StuckApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link StuckApplication} in a JVM of its own.
 */
final class StuckProcess implements AutoCloseable {

	private static final Duration LONGEST_LIFE = Duration.ofSeconds(90);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final Process process;

	private final Path log;

	private final int probePort;

	private StuckProcess(Process process, Path log, int probePort) {
		this.process = process;
		this.log = log;
		this.probePort = probePort;
	}

	static StuckProcess start(String profile, String... properties) {
		int probePort = FreePort.find();
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Dserver.port=0", "-cp", System.getProperty("java.class.path"),
				StuckApplication.class.getName(), "--spring.profiles.active=" + profile, "--server.address=127.0.0.1",
				"--groundwork.probe.port=" + probePort));
		command.addAll(List.of(properties));
		try {
			Path logs = Files.createDirectories(Path.of("target", "logs"));
			Path log = Files.createTempFile(logs, "stuck-" + profile + "-", ".log");
			return new StuckProcess(
					new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log,
					probePort);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Duration sinceStart() {
		return Duration.between(this.process.info().startInstant().orElseThrow(), Instant.now());
	}

	int status(String path) {
		try {
			return get(path).statusCode();
		}
		catch (IOException ex) {
			return -1;
		}
	}

	String body(String path) {
		try {
			return get(path).body();
		}
		catch (IOException ex) {
			return "";
		}
	}

	private HttpResponse<String> get(String path) throws IOException {
		URI uri = URI.create("http://127.0.0.1:%d%s".formatted(this.probePort, path));
		try {
			return this.http.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
					BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(LONGEST_LIFE.toSeconds(), TimeUnit.SECONDS))
			.as(() -> "the JVM did not end: " + log())
			.isTrue();
		return this.process.exitValue();
	}

	boolean isAlive() {
		return this.process.isAlive();
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
