package dev.groundwork.drills;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells what happens while it happens, with the seconds since the start. Thread-safe.
 */
final class Progress {

	private final PrintStream output;

	private final long startedAt = System.nanoTime();

	Progress(PrintStream output) {
		this.output = output;
	}

	void tell(String who, String what) {
		long seconds = Duration.ofNanos(System.nanoTime() - this.startedAt).toSeconds();
		this.output.printf("%6d s  %-36s  %s%n", seconds, who, what);
	}

}
