package dev.groundwork.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Integration tests for {@link Main}: in a JVM of its own, as a user runs it.
 */
class MainIT {

	private Process process;

	private int port;

	@BeforeEach
	void run() throws IOException {
		this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				classPath(), Main.class.getName(), "run", "elasticsearch")
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader output = this.process.inputReader(StandardCharsets.UTF_8);
		assertThat(output.readLine()).isEqualTo("elasticsearch.host=127.0.0.1");
		String line = output.readLine();
		assertThat(line).startsWith("elasticsearch.port=");
		this.port = Integer.parseInt(line.substring(line.indexOf('=') + 1));
		assertThat(isListening()).isTrue();
	}

	@AfterEach
	void end() throws InterruptedException {
		this.process.destroy();
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void endOfTheInputLeavesNothingRunning() throws Exception {
		this.process.getOutputStream().close();
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(this.process.exitValue()).isZero();
		assertThat(isListening()).isFalse();
		assertThat(folders()).isEmpty();
	}

	@Test
	void sigtermLeavesNothingRunning() throws Exception {
		this.process.destroy();
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(isListening()).isFalse();
	}

	@Test
	void sigkillLeavesNothingRunning() throws Exception {
		assumeTrue(LocalInfrastructure.describe().startsWith("processes"), "containers are left to Ryuk");
		this.process.destroyForcibly();
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		await().atMost(Duration.ofSeconds(10)).until(() -> !isListening() && folders().isEmpty());
	}

	// The tests' logging would write to the standard output.
	private static String classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("logback"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private List<Path> folders() throws IOException {
		String prefix = "groundwork-elasticsearch-%d-".formatted(this.port);
		try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return folders.filter((folder) -> folder.getFileName().toString().startsWith(prefix)).toList();
		}
	}

	private boolean isListening() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
