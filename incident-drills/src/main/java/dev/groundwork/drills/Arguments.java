package dev.groundwork.drills;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param folder the folder of the logs
 * @param list whether the drills are only to be listed
 * @param write the README that gets the results, or {@code null}
 * @param names the names of the drills to be played; empty for all
 */
record Arguments(Path folder, boolean list, @Nullable Path write, Set<String> names) {

	static final String USAGE = "usage: dev/drill [--list | --write | DRILL...], --list names the drills";

	private static final String WRITE = "--write=";

	static Optional<Arguments> of(List<String> arguments) {
		if (arguments.isEmpty()) {
			return Optional.empty();
		}
		boolean list = false;
		Path write = null;
		Set<String> names = new LinkedHashSet<>();
		for (String argument : arguments.subList(1, arguments.size())) {
			if (argument.equals("--list")) {
				list = true;
			}
			else if (argument.startsWith(WRITE)) {
				write = Path.of(argument.substring(WRITE.length()));
			}
			else if (Drills.all().stream().anyMatch((drill) -> drill.name().equals(argument))) {
				names.add(argument);
			}
			else {
				return Optional.empty();
			}
		}
		// The README has the table of a whole run
		boolean partial = write != null && !names.isEmpty();
		return partial ? Optional.empty() : Optional.of(new Arguments(Path.of(arguments.get(0)), list, write, names));
	}

}
