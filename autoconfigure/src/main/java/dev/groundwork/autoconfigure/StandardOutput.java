package dev.groundwork.autoconfigure;

import java.io.PrintStream;

/**
 * The standard output of a {@link JobRun}, which gets nothing but the document: what
 * others print, the log among it, goes to the standard error.
 */
final class StandardOutput {

	static final String BEAN_NAME = "groundworkStandardOutput";

	private final PrintStream stream;

	StandardOutput(PrintStream stream) {
		this.stream = stream;
	}

	/**
	 * Keep the standard output for the document and send everybody else to the standard
	 * error.
	 * @return the standard output
	 */
	static StandardOutput claim() {
		StandardOutput output = new StandardOutput(System.out);
		System.setOut(System.err);
		return output;
	}

	void write(String document) {
		this.stream.print(document);
		this.stream.flush();
	}

}
