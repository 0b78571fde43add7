package dev.groundwork.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Short commands that are waited for.
 */
final class Commands {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private Commands() {
	}

	/**
	 * Run a command.
	 * @param subject the server it is about, for messages
	 * @param command what to run; its arguments do not show in messages, they may be
	 * secret
	 * @return what it wrote to its standard output
	 * @throws LocalServerException if it fails, or has not ended within a minute
	 */
	static String run(String subject, ServerCommand command) {
		try {
			Path output = Files.createTempFile("groundwork-command-", ".out");
			Path errors = Files.createTempFile("groundwork-command-", ".err");
			try {
				return run(subject, command, output, errors);
			}
			finally {
				Files.delete(output);
				Files.delete(errors);
			}
		}
		catch (IOException ex) {
			throw new LocalServerException(
					"'%s' on '%s' cannot be run: %s".formatted(program(command), subject, ex.getMessage()), ex);
		}
	}

	private static String run(String subject, ServerCommand command, Path output, Path errors) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command.line()).redirectOutput(output.toFile())
			.redirectError(errors.toFile());
		command.applyEnvironment(builder);
		Process process = builder.start();
		process.getOutputStream().close();
		try {
			if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new LocalServerException(
						"'%s' on '%s' has not ended within %s".formatted(program(command), subject, LIMIT));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LocalServerException("Interrupted while '%s' ran on '%s'".formatted(program(command), subject),
					ex);
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
		if (process.exitValue() != 0) {
			throw new LocalServerException("'%s' on '%s' failed with exit code %d: %s".formatted(program(command),
					subject, process.exitValue(), Files.readString(errors).strip()));
		}
		return Files.readString(output);
	}

	private static String program(ServerCommand command) {
		return Path.of(command.line().get(0)).getFileName().toString();
	}

}
