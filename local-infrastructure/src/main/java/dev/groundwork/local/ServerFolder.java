package dev.groundwork.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The folder with everything that one server keeps: data, configuration and log.
 *
 * @param path where it is
 */
record ServerFolder(Path path) {

	private static final int TAIL_LINES = 20;

	static ServerFolder create(String serverName) {
		try {
			return new ServerFolder(Files.createTempDirectory("groundwork-" + serverName + "-"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of '%s' cannot be created".formatted(serverName), ex);
		}
	}

	Path log() {
		return this.path.resolve("server.log");
	}

	Path folder(String name) {
		try {
			return Files.createDirectories(this.path.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Folder '%s' cannot be created in %s".formatted(name, this.path), ex);
		}
	}

	Path write(String name, String content) {
		try {
			return Files.writeString(this.path.resolve(name), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("File '%s' cannot be written in %s".formatted(name, this.path), ex);
		}
	}

	String logTail() {
		try (var lines = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
			return tail(lines.toList());
		}
		catch (NoSuchFileException ex) {
			return "(nothing)";
		}
		catch (IOException ex) {
			return "(%s cannot be read: %s)".formatted(log(), ex.getMessage());
		}
	}

	static String tail(List<String> lines) {
		return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
	}

	void delete() {
		try {
			Files.walkFileTree(this.path, new Deletion());
		}
		catch (NoSuchFileException ex) {
			// deleted before
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Folder '%s' cannot be deleted".formatted(this.path), ex);
		}
	}

	private static final class Deletion extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.deleteIfExists(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException ex) throws IOException {
			if (ex != null) {
				throw ex;
			}
			Files.deleteIfExists(folder);
			return FileVisitResult.CONTINUE;
		}

	}

}
