package dev.groundwork.drills;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Why a half did not show what it must.
 *
 * @param summary the first words, on one line
 * @param stackTrace everything
 */
record Failure(String summary, String stackTrace) {

	private static final int LONGEST_SUMMARY = 160;

	static Failure of(Throwable ex) {
		StringWriter stackTrace = new StringWriter();
		ex.printStackTrace(new PrintWriter(stackTrace));
		String line = String.valueOf(ex.getMessage()).strip().replaceAll("\\s+", " ");
		return new Failure((line.length() > LONGEST_SUMMARY) ? line.substring(0, LONGEST_SUMMARY) + "…" : line,
				stackTrace.toString());
	}

	void write(Path file) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, this.stackTrace);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
