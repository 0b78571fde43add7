package dev.groundwork.autoconfigure;

import org.springframework.boot.ExitCodeGenerator;

/**
 * Exception thrown instead of ending the JVM where it is not the application's to end: in
 * a test.
 */
final class JobCompletedException extends RuntimeException implements ExitCodeGenerator {

	private static final long serialVersionUID = 1L;

	private final int exitCode;

	JobCompletedException(int exitCode) {
		super("The run is complete, with exit code " + exitCode);
		this.exitCode = exitCode;
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

}
