package dev.groundwork.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.groundwork.drills.application.documents.DocumentsApplication;

/**
 * Class data that services share, so that each of their many starts costs less: one
 * archive for each class path, written by a start that ends before it connects to
 * anything. Where none can be written, services start without. Thread-safe.
 */
final class ClassData {

	private static final String EXIT = "-Dspring.context.exit=onRefresh";

	private final Path folder;

	private final Map<ClassPath, List<String>> options = new ConcurrentHashMap<>();

	ClassData(Path folder) {
		this.folder = folder;
	}

	/**
	 * Write the archive that almost every service of a half uses, before anything is
	 * measured.
	 * @param half the half
	 */
	void prepare(Half half) {
		options(new ClassPath(half, false, ClassPath.builtServices()));
	}

	/**
	 * Return the options of a JVM that uses the archive.
	 * @param classPath the class path of the JVM
	 * @return the options, empty if there is no archive
	 */
	List<String> options(ClassPath classPath) {
		// An archive cannot hold classes of a folder
		return classPath.isUnpacked() ? List.of() : this.options.computeIfAbsent(classPath, this::train);
	}

	private List<String> train(ClassPath classPath) {
		Path archive = this.folder.resolve(classPath.half() + ".jsa").toAbsolutePath();
		try {
			Files.createDirectories(this.folder);
			Files.deleteIfExists(archive);
			Process training = new ProcessBuilder(Application.java(), "-XX:ArchiveClassesAtExit=" + archive, EXIT,
					"-cp", classPath.toString(), DocumentsApplication.class.getName(), "--server.port=0")
				.redirectErrorStream(true)
				.redirectOutput(archive.resolveSibling(archive.getFileName() + ".log").toFile())
				.start();
			boolean ended = training.waitFor(Application.LONGEST_START.toSeconds(), TimeUnit.SECONDS);
			training.destroyForcibly();
			return (ended && Files.exists(archive)) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
