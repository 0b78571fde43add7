package dev.groundwork.demonstration;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the Actuator endpoint {@code groundwork} of a service says.
 *
 * @param ready whether every gate is open
 * @param timeToReadyMillis the time from the start of the JVM until then
 * @param gates what has to happen first
 * @param tasks what works on that
 * @param backEnds what was done
 */
record GroundworkState(boolean ready, @Nullable Long timeToReadyMillis, List<Gate> gates, List<Task> tasks,
		List<BackEnd> backEnds) {

	/**
	 * Return what the service is waiting for outside itself.
	 * @return the reasons, empty as long as not every reason is known
	 */
	Optional<List<String>> reasons() {
		List<Gate> closed = this.gates.stream().filter((gate) -> !gate.state().equals("OPEN")).toList();
		if (closed.isEmpty() || closed.stream().anyMatch((gate) -> gate.waitingFor() == null)) {
			return Optional.empty();
		}
		return Optional.of(closed.stream()
			.map((gate) -> String.valueOf(gate.waitingFor()))
			.filter((reason) -> !reason.startsWith("other tasks"))
			.toList());
	}

	List<Resource> resources() {
		return this.backEnds.stream().flatMap((backEnd) -> backEnd.resources().stream()).toList();
	}

	long provisioningMillis() {
		List<String> names = this.backEnds.stream().map(BackEnd::name).toList();
		return this.tasks.stream()
			.filter((task) -> names.contains(task.name()))
			.mapToLong(Task::elapsedMillis)
			.max()
			.orElse(0);
	}

	record Gate(String name, String state, @Nullable String waitingFor) {
	}

	record Task(String name, long elapsedMillis) {
	}

	record BackEnd(String name, List<Resource> resources) {
	}

	/**
	 * Something that a service needs on a back end.
	 *
	 * @param kind the kind of resource
	 * @param name the name of the resource
	 * @param change what was done about it
	 * @param source where the service declares it
	 */
	record Resource(String kind, String name, String change, String source) {

		boolean isCreated() {
			return this.change.equals("CREATE");
		}

		String place() {
			return this.source.replaceAll("class path resource \\[(?:[^]]*/(?=[^]/]+\\.class]))?([^]]+)]", "$1");
		}

	}

}
