package dev.groundwork.startup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a {@link StartupTask} at one moment.
 *
 * @param name the name of the task
 * @param after the names of the tasks that have to be done before
 * @param state how far the task got
 * @param started when the task began to run, or {@code null} if it has not
 * @param elapsed how long the task has run so far, or took
 * @param waitingFor what the task is waiting for or {@code null}
 * @param failures why the task failed; empty if it has not
 * @since 0.1.0
 */
public record TaskSnapshot(String name, List<String> after, TaskState state, @Nullable Instant started,
		Duration elapsed, @Nullable String waitingFor, List<Diagnosis> failures) {

	/**
	 * Return whether the task is done.
	 * @return whether the gate of the task is open
	 */
	public boolean isDone() {
		return this.state == TaskState.DONE;
	}

}
