package dev.groundwork.demonstration;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells what happens, line by line: when, who, what. May be called by any thread.
 */
final class Narrator {

	private static final int WIDTH = 100;

	private static final String INDENT = " ".repeat(28);

	private final PrintStream output;

	private final boolean color;

	private final Supplier<Duration> elapsed;

	private int acts;

	private boolean silent;

	Narrator(PrintStream output, boolean color, Supplier<Duration> elapsed) {
		this.output = output;
		this.color = color;
		this.elapsed = elapsed;
	}

	synchronized void act(String title) {
		this.acts++;
		line("");
		line(paint(Tone.STRONG, "%d  %s".formatted(this.acts, title)));
	}

	synchronized void heading(String title) {
		line("");
		line(paint(Tone.STRONG, title));
	}

	void tell(String who, String what) {
		tell(who, Tone.PLAIN, what);
	}

	synchronized void tell(String who, Tone tone, String what) {
		String prefix = "%8s  %-16s  ".formatted(seconds(this.elapsed.get()), who);
		for (String part : wrap(what)) {
			line(prefix + paint(tone, part));
			prefix = INDENT;
		}
	}

	/**
	 * Add to what was told last.
	 * @param what the addition
	 */
	synchronized void add(String what) {
		wrap(what).forEach((part) -> line(INDENT + "  " + paint(Tone.QUIET, part)));
	}

	/**
	 * Show what somebody else wrote, as it is.
	 * @param text the text, any number of lines
	 */
	synchronized void quote(String text) {
		text.lines().forEach((quoted) -> line("    " + paint(Tone.QUIET, "│ ") + quoted));
	}

	/**
	 * Show something for the reader to copy, or a point of a list.
	 * @param text one line
	 */
	synchronized void item(String text) {
		line("    " + text);
	}

	/**
	 * Tell what went wrong: the first line as what happened, the others as evidence.
	 * @param message the message, any number of lines
	 */
	void failure(String message) {
		tell("FAILED", Tone.BAD, message.lines().findFirst().orElse(message));
		quote(message.lines().skip(1).collect(Collectors.joining("\n")));
	}

	/**
	 * Say something last: whatever is told later is not heard.
	 * @param what the last words
	 */
	synchronized void conclude(String what) {
		line("");
		line(what);
		this.silent = true;
	}

	private static List<String> wrap(String text) {
		List<String> lines = new ArrayList<>();
		String rest = text;
		int room = WIDTH - INDENT.length() - 2;
		while (rest.length() > room) {
			int end = rest.lastIndexOf(' ', room);
			if (end <= 0) {
				break;
			}
			lines.add(rest.substring(0, end));
			rest = "  " + rest.substring(end + 1);
		}
		lines.add(rest);
		return lines;
	}

	private String paint(Tone tone, String text) {
		return this.color ? tone.paint(text) : text;
	}

	private void line(String text) {
		if (!this.silent) {
			this.output.println(text);
		}
	}

	/**
	 * Write a duration as it is told.
	 * @param duration the duration, taken as zero if negative
	 * @return seconds with one decimal
	 */
	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", Math.max(0, duration.toMillis()) / 1000.0);
	}

}
