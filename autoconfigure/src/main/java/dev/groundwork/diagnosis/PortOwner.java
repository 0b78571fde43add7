package dev.groundwork.diagnosis;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The process that listens on a port of this machine, as far as the system shows it.
 *
 * @param port the port
 * @param pid the number of the process, or {@code null} if the system does not show it
 * @param command the name of its program, without arguments, which may hold secrets, or
 * {@code null}
 * @since 0.1.0
 */
public record PortOwner(int port, @Nullable Long pid, @Nullable String command) {

	private static final Path PROC = Path.of("/proc");

	private static final Duration LIMIT = Duration.ofSeconds(1);

	/**
	 * Find out who listens on the given port. Takes at most about a second.
	 * @param port the port
	 * @return the owner, without a process where the system is not Linux, the process is
	 * another user's or in another container, or nobody listens
	 */
	public static PortOwner find(int port) {
		return find(PROC, port);
	}

	static PortOwner find(Path proc, int port) {
		Set<String> links = new HashSet<>();
		for (String table : new String[] { "tcp", "tcp6" }) {
			try {
				ListeningSockets.inodes(Files.readAllLines(proc.resolve("net").resolve(table)), port)
					.forEach((inode) -> links.add("socket:[" + inode + "]"));
			}
			catch (IOException ex) {
				// Not Linux, or without this version of the protocol
			}
		}
		Long pid = links.isEmpty() ? null : holder(proc, links, System.nanoTime() + LIMIT.toNanos());
		return new PortOwner(port, pid, (pid != null) ? command(proc, pid) : null);
	}

	private static @Nullable Long holder(Path proc, Set<String> links, long end) {
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
			for (Path process : processes) {
				if (System.nanoTime() > end) {
					return null;
				}
				if (holds(process, links)) {
					return Long.valueOf(process.getFileName().toString());
				}
			}
		}
		catch (IOException | DirectoryIteratorException | NumberFormatException ex) {
			// Not shown
		}
		return null;
	}

	private static boolean holds(Path process, Set<String> links) {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
			for (Path file : files) {
				if (links.contains(target(file))) {
					return true;
				}
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			// Another user's, or gone
		}
		return false;
	}

	private static String target(Path file) {
		try {
			return Files.readSymbolicLink(file).toString();
		}
		catch (IOException | UnsupportedOperationException ex) {
			// Closed meanwhile
			return "";
		}
	}

	private static @Nullable String command(Path proc, long pid) {
		try {
			return Files.readString(proc.resolve(String.valueOf(pid)).resolve("comm")).strip();
		}
		catch (IOException ex) {
			return null;
		}
	}

	/**
	 * Return whether the port is this process's own.
	 * @return whether this process listens on the port
	 */
	public boolean isThisProcess() {
		return this.pid != null && this.pid == ProcessHandle.current().pid();
	}

	/**
	 * Return whether the port is known to be another process's.
	 * @return whether another process listens on the port
	 */
	public boolean isAnotherProcess() {
		return this.pid != null && !isThisProcess();
	}

	/**
	 * Return who holds the port, or how to find that out.
	 * @return the owner, for a diagnosis
	 */
	public String describe() {
		if (this.pid == null) {
			return "port %1$d is held by an unknown process, run: ss -ltnp 'sport = :%1$d'".formatted(this.port);
		}
		String name = (this.command != null) ? " (%s)".formatted(this.command) : "";
		return isThisProcess() ? "port %d is held by this process itself, %d%s".formatted(this.port, this.pid, name)
				: "port %d is held by process %d%s".formatted(this.port, this.pid, name);
	}

}
