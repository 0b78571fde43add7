package dev.groundwork.startup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The start-up tasks in an order in which each comes after those it names.
 */
final class StartupTaskGraph {

	private final Map<String, StartupTask> tasks = new LinkedHashMap<>();

	private final Map<String, StartupTask> ordered = new LinkedHashMap<>();

	private StartupTaskGraph(Collection<StartupTask> tasks) {
		for (StartupTask task : tasks) {
			if (this.tasks.putIfAbsent(task.getName(), task) != null) {
				throw new StartupGraphException("Two start-up tasks have the name '%s'".formatted(task.getName()),
						"Give each StartupTask bean a name of its own.");
			}
		}
		this.tasks.values().forEach((task) -> visit(task, new LinkedHashSet<>()));
	}

	static StartupTaskGraph of(Collection<StartupTask> tasks) {
		return new StartupTaskGraph(tasks);
	}

	List<StartupTask> inOrder() {
		return List.copyOf(this.ordered.values());
	}

	private void visit(StartupTask task, Set<String> path) {
		String name = task.getName();
		if (this.ordered.containsKey(name)) {
			return;
		}
		if (!path.add(name)) {
			throw new StartupGraphException("The start-up tasks wait for each other: " + cycle(path, name),
					"Remove one of these names from the 'after' of the task before it.");
		}
		for (String predecessor : task.getAfter()) {
			StartupTask found = this.tasks.get(predecessor);
			if (found == null) {
				throw new StartupGraphException(
						"Start-up task '%s' is to run after '%s', which does not exist".formatted(name, predecessor),
						"Correct the name. These tasks exist: " + String.join(", ", this.tasks.keySet()));
			}
			visit(found, path);
		}
		path.remove(name);
		this.ordered.put(name, task);
	}

	private static String cycle(Set<String> path, String repeated) {
		List<String> names = new ArrayList<>(path);
		List<String> cycle = new ArrayList<>(names.subList(names.indexOf(repeated), names.size()));
		cycle.add(repeated);
		return String.join(" → ", cycle);
	}

}
