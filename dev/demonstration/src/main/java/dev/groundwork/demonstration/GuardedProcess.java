package dev.groundwork.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process in a session of its own, out of reach of the terminal's Ctrl-C, with its
 * output in a file.
 * <p>
 * A shell between guards it: it sends SIGTERM as soon as its standard input ends. That is
 * how {@link #stop()} works, and why nothing is left even if this JVM is killed.
 */
final class GuardedProcess {

	private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

	private static final String GUARD = """
			exec 3<&0
			"$@" </dev/null 3<&- &
			guarded=$!
			(read -r end <&3; kill "$guarded" 2>/dev/null) &
			watch=$!
			exec 3<&-
			wait "$guarded"
			status=$?
			kill "$watch" 2>/dev/null
			exit "$status"
			""";

	private final Process guard;

	private final Path log;

	private GuardedProcess(Process guard, Path log) {
		this.guard = guard;
		this.log = log;
	}

	static GuardedProcess start(List<String> command, Map<String, String> environment, Path log) {
		List<String> line = new ArrayList<>();
		if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
			line.add("/usr/bin/setsid");
		}
		line.addAll(List.of("sh", "-c", GUARD, "guard"));
		line.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		try {
			Files.createDirectories(log.toAbsolutePath().getParent());
			return new GuardedProcess(builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be started".formatted(command), ex);
		}
	}

	Path log() {
		return this.log;
	}

	String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String lastLines(int count) {
		List<String> lines = output().lines().toList();
		return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
	}

	boolean isRunning() {
		return this.guard.isAlive();
	}

	/**
	 * Wait for the end.
	 * @param limit how long to wait
	 * @return the exit code
	 */
	int awaitExit(Duration limit) {
		try {
			if (!this.guard.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new DemonstrationException("%s: still running after %d s".formatted(this.log, limit.toSeconds()));
			}
			return this.guard.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DemonstrationException("Interrupted while waiting for the end of " + this.log, ex);
		}
	}

	/**
	 * Stop in an orderly way, else kill, and wait for the end.
	 */
	void stop() {
		List<ProcessHandle> all = Stream.concat(this.guard.descendants(), Stream.of(this.guard.toHandle())).toList();
		try {
			this.guard.getOutputStream().close();
			awaitExit(STOP_LIMIT);
		}
		catch (IOException | DemonstrationException ex) {
			all.forEach(ProcessHandle::destroyForcibly);
			awaitExit(STOP_LIMIT);
		}
	}

}
