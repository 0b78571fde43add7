package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

	private static final Duration LONGEST_RUN = Duration.ofSeconds(180);

	/**
	 * What a service needs to know where it meets no database.
	 */
	static final Map<String, String> ENVIRONMENT = environment();

	static ServiceRun of(String service, List<String> infrastructure, String... arguments) {
		try (Started run = start(service, infrastructure, arguments)) {
			return run.await();
		}
	}

	private static Map<String, String> environment() {
		Map<String, String> environment = new HashMap<>(ServiceProcess.SECRETS);
		environment.put("DATABASE_PASSWORD", "kept-0nly-f0r-a-rehearsal-9876");
		return Map.copyOf(environment);
	}

	static Started start(String service, List<String> infrastructure, String... arguments) {
		return start(service, ENVIRONMENT, Stream.concat(infrastructure.stream(), Stream.of(arguments)).toList());
	}

	static Started start(String service, Map<String, String> environment, List<String> arguments) {
		try {
			Path logs = Files.createDirectories(Path.of("target", "logs"));
			Path output = Files.createTempFile(logs, service + "-", ".out");
			Path log = Files.createTempFile(logs, service + "-", ".log");
			List<String> command = UnpackedService.of(service).command();
			command.addAll(arguments);
			ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile())
				.redirectError(log.toFile());
			builder.environment().putAll(environment);
			return new Started(builder.start(), output, log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	<T> T read(String jsonPath) {
		return JsonPath.read(this.output, jsonPath);
	}

	/**
	 * A run that may not have ended yet.
	 */
	record Started(Process process, Path output, Path log) implements AutoCloseable {

		ServiceRun await() {
			try {
				assertThat(this.process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)).as("it ended by itself")
					.isTrue();
				return new ServiceRun(this.process.exitValue(), Files.readString(this.output),
						Files.readString(this.log));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

		void kill() {
			this.process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
		}

		@Override
		public void close() {
			kill();
		}

	}

}
