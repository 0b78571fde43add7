package dev.groundwork.startup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who waits for whom at one moment.
 *
 * @param waits the waits, in the order in which they were found
 * @since 0.1.0
 */
public record WaitGraph(List<Wait> waits) {

	/**
	 * The graph in which nobody waits.
	 */
	public static final WaitGraph EMPTY = new WaitGraph(List.of());

	public WaitGraph {
		waits = List.copyOf(waits);
	}

	/**
	 * Return a circle of waits, in which nobody will ever get any further.
	 * @return the waits along the circle, each for the waiter of the next and the last
	 * for that of the first; empty if there is no circle
	 */
	public List<Wait> cycle() {
		Set<String> harmless = new HashSet<>();
		for (Wait wait : this.waits) {
			List<Wait> cycle = cycleFrom(wait.waiter(), new ArrayList<>(), harmless);
			if (!cycle.isEmpty()) {
				return cycle;
			}
		}
		return List.of();
	}

	/**
	 * Return a circle of threads that are known to wait for each other, which nothing but
	 * an interruption can end.
	 * @return the waits along the circle; empty if there is no such circle
	 */
	public List<Wait> deadlock() {
		return new WaitGraph(this.waits.stream().filter((wait) -> wait.certain() && wait.thread() != null).toList())
			.cycle();
	}

	/**
	 * Return a circle of waits in one line, such as {@code cache → redis → cache}.
	 * @param cycle the waits along the circle
	 * @return the path; empty if the circle is
	 */
	public static String path(List<Wait> cycle) {
		if (cycle.isEmpty()) {
			return "";
		}
		return cycle.stream().map(Wait::waiter).collect(Collectors.joining(" → ", "", " → " + cycle.get(0).waiter()));
	}

	private List<Wait> cycleFrom(String waiter, List<Wait> path, Set<String> harmless) {
		for (int index = 0; index < path.size(); index++) {
			if (path.get(index).waiter().equals(waiter)) {
				return List.copyOf(path.subList(index, path.size()));
			}
		}
		if (harmless.contains(waiter)) {
			return List.of();
		}
		for (Wait wait : this.waits) {
			if (wait.waiter().equals(waiter)) {
				path.add(wait);
				List<Wait> cycle = cycleFrom(wait.target(), path, harmless);
				if (!cycle.isEmpty()) {
					return cycle;
				}
				path.remove(path.size() - 1);
			}
		}
		harmless.add(waiter);
		return List.of();
	}

}
