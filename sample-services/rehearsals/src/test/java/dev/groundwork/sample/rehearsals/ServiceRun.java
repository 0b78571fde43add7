package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.jayway.jsonpath.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run of a sample service that ends by itself.
 *
 * @param exitCode the exit code of the process
 * @param output what it wrote to its standard output
 * @param log what it wrote to its standard error
 */
record ServiceRun(int exitCode, String output, String log) {

	private static final Duration LONGEST_RUN = Duration.ofSeconds(120);

	static ServiceRun of(String service, List<String> infrastructure, String... arguments) {
		try {
			Path logs = Files.createDirectories(Path.of("target", "logs"));
			Path output = Files.createTempFile(logs, service + "-", ".out");
			Path log = Files.createTempFile(logs, service + "-", ".log");
			List<String> command = ServiceProcess.command(service);
			command.addAll(infrastructure);
			command.addAll(List.of(arguments));
			ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile())
				.redirectError(log.toFile());
			builder.environment().put("JWT_SECRET", ServiceProcess.SECRET);
			Process process = builder.start();
			try {
				assertThat(process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)).as("it ended by itself")
					.isTrue();
			}
			finally {
				process.destroyForcibly();
			}
			return new ServiceRun(process.exitValue(), Files.readString(output), Files.readString(log));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	<T> T read(String jsonPath) {
		return JsonPath.read(this.output, jsonPath);
	}

}
