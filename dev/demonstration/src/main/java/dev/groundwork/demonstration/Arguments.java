package dev.groundwork.demonstration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * The command line of {@link Main}.
 *
 * @param root the folder of the project
 * @param elapsed how long the demonstration has been going on already
 * @param once whether to end when everything was shown
 * @param color whether to write in colour
 * @param describe whether only to say what the servers would be
 */
record Arguments(Path root, Duration elapsed, boolean once, boolean color, boolean describe) {

	private static final String USAGE = "Usage: demonstration [--root FOLDER] [--elapsed SECONDS] [--once] [--color] [--describe]";

	static Arguments parse(List<String> line) {
		Path root = Path.of("");
		Duration elapsed = Duration.ZERO;
		for (Iterator<String> words = line.iterator(); words.hasNext();) {
			String word = words.next();
			switch (word) {
				case "--root" -> root = Path.of(value(word, words));
				case "--elapsed" -> elapsed = Duration.ofSeconds(seconds(word, value(word, words)));
				case "--once", "--color", "--describe" -> {
				}
				default -> throw new IllegalArgumentException("Unknown argument '%s'. %s".formatted(word, USAGE));
			}
		}
		return new Arguments(root.toAbsolutePath().normalize(), elapsed, line.contains("--once"),
				line.contains("--color"), line.contains("--describe"));
	}

	private static String value(String name, Iterator<String> words) {
		if (!words.hasNext()) {
			throw new IllegalArgumentException("'%s' needs a value. %s".formatted(name, USAGE));
		}
		return words.next();
	}

	private static long seconds(String name, String value) {
		if (!value.matches("\\d{1,6}")) {
			throw new IllegalArgumentException("'%s' needs a number of seconds, not '%s'".formatted(name, value));
		}
		return Long.parseLong(value);
	}

	Path jar(String service) {
		return this.root.resolve("sample-services/%s/target/%s.jar".formatted(service, service));
	}

	Path logs() {
		return this.root.resolve("target/demo");
	}

}
