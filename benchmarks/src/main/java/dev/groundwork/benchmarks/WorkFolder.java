package dev.groundwork.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * A folder for the time of a benchmark.
 *
 * @param path where it is
 */
record WorkFolder(Path path) implements AutoCloseable {

	static WorkFolder create() throws IOException {
		return new WorkFolder(Files.createTempDirectory("groundwork-bench-"));
	}

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.path);
	}

}
