package dev.groundwork.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One run of a server: its process, everything that process has started, and a guard.
 * <p>
 * The guard is a shell in a session of its own, so that no signal of a terminal reaches
 * the server. It kills the whole session as soon as the server ends or this JVM does,
 * even by SIGKILL: it notices because its standard input is a pipe that only this JVM
 * holds open. When the JVM is gone the guard deletes the server's folder too.
 */
final class ServerProcess {

	private static final String GUARD = """
			folder=$1
			shift
			exec 3<&0
			"$@" </dev/null 3<&- >&2 &
			server=$!
			echo "$server"
			exec >/dev/null
			(cat <&3; kill -s KILL "$$"; kill -s KILL "$server"; rm -rf "$folder"; kill -s KILL -- "-$$") &
			exec 3<&-
			wait "$server"
			kill -s KILL -- "-$$"
			""";

	private final String name;

	private final Process guard;

	private final ProcessHandle server;

	private final String stopSignal;

	private ServerProcess(String name, Process guard, ProcessHandle server, String stopSignal) {
		this.name = name;
		this.guard = guard;
		this.server = server;
		this.stopSignal = stopSignal;
	}

	static ServerProcess launch(String name, ServerCommand command, ServerFolder folder) {
		List<String> line = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, name, folder.path().toString()));
		line.addAll(command.line());
		ProcessBuilder builder = new ProcessBuilder(line)
			.redirectError(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
		command.applyEnvironment(builder);
		try {
			Process guard = builder.start();
			long pid = readPid(guard);
			return new ServerProcess(name, guard, ProcessHandle.of(pid).orElse(guard.toHandle()), command.stopSignal());
		}
		catch (IOException ex) {
			throw new LocalServerException("'%s' cannot be started: %s".formatted(name, ex.getMessage()), ex);
		}
	}

	private static long readPid(Process guard) throws IOException {
		try (BufferedReader output = guard.inputReader(StandardCharsets.US_ASCII)) {
			String line = output.readLine();
			if (line == null) {
				throw new IOException("its guard ended at once");
			}
			return Long.parseLong(line);
		}
	}

	boolean isRunning() {
		return this.guard.isAlive();
	}

	CompletableFuture<Process> onEnd() {
		return this.guard.onExit();
	}

	// The server first, so that it starts nothing that would be missed; PostgreSQL
	// answers
	// from its children.
	void freeze() {
		signal("STOP", this.server);
		this.server.descendants().forEach((child) -> signal("STOP", child));
	}

	void resume() {
		this.server.descendants().forEach((child) -> signal("CONT", child));
		signal("CONT", this.server);
	}

	private void signal(String signal, ProcessHandle process) {
		try {
			Commands.run(this.name,
					new ServerCommand(List.of("kill", "-" + signal, Long.toString(process.pid())), Map.of()));
		}
		catch (LocalServerException ex) {
			if (process.isAlive()) {
				throw ex;
			}
		}
	}

	void kill() {
		end(ProcessHandle::destroyForcibly);
	}

	void stop() {
		if (this.server.isAlive()) {
			resume();
		}
		end((server) -> signal(this.stopSignal, server));
	}

	private void end(Consumer<ProcessHandle> signal) {
		List<ProcessHandle> all = Stream.concat(Stream.of(this.server), this.server.descendants()).toList();
		signal.accept(this.server);
		Waiting.await(this.guard.onExit(), "'%s' to end".formatted(this.name));
		all.forEach(ProcessHandle::destroyForcibly);
		Waiting.await(
				CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)),
				"the processes of '%s' to end".formatted(this.name));
	}

}
