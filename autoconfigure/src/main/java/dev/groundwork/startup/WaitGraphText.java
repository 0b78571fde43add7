package dev.groundwork.startup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Waits and the stacks of the threads in them, for people.
 *
 * @param stacks reads the stacks of threads
 */
record WaitGraphText(Function<Set<String>, List<ThreadStack>> stacks) {

	private static final int MOST_WAITS = 50;

	private static final int MOST_STACKS = 8;

	/**
	 * Return the waits, one a line, and then the stacks of those who wait.
	 * @param waits the waits
	 * @param others threads whose stacks are shown too
	 * @return a bounded number of lines, each indented
	 */
	List<String> lines(List<Wait> waits, Collection<String> others) {
		List<String> lines = new ArrayList<>(waits.stream().limit(MOST_WAITS).map(WaitGraphText::line).toList());
		if (waits.size() > MOST_WAITS) {
			lines.add("  … %d more".formatted(waits.size() - MOST_WAITS));
		}
		lines.addAll(stackLines(waits, others));
		return lines;
	}

	List<String> stackLines(List<Wait> waits, Collection<String> others) {
		Set<String> names = waits.stream()
			.map(Wait::thread)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		names.addAll(others);
		return this.stacks.apply(names)
			.stream()
			.limit(MOST_STACKS)
			.flatMap((stack) -> stack.lines().stream())
			.map((line) -> "  " + line)
			.toList();
	}

	private static String line(Wait wait) {
		String thread = (wait.thread() != null) ? ", on thread '%s'".formatted(wait.thread()) : "";
		return "  %s → %s (%s%s, for %d s%s)".formatted(wait.waiter(), wait.target(),
				wait.certain() ? "" : "probably: ", wait.reason(), wait.elapsed().toSeconds(), thread);
	}

}
