package dev.groundwork.readiness;

import java.time.Instant;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a gate at one moment.
 *
 * @param name the name of the gate
 * @param state the state of the gate
 * @param opened when the gate opened, or {@code null} if it has not
 * @param waitingFor what the gate is waiting for or {@code null}
 * @param failures why the gate will never open; empty if it may
 * @since 0.1.0
 */
public record GateSnapshot(String name, GateState state, @Nullable Instant opened, @Nullable String waitingFor,
		List<Diagnosis> failures) {

	/**
	 * Return whether readiness has to wait for the gate.
	 * @return whether the gate holds back readiness
	 */
	public boolean holdsBack() {
		return this.state == GateState.CLOSED || this.state == GateState.FAILED;
	}

	static GateSnapshot of(TaskSnapshot task) {
		GateState state = switch (task.state()) {
			case DONE -> GateState.OPEN;
			case FAILED -> GateState.FAILED;
			case PENDING, RUNNING -> GateState.CLOSED;
			case OVERDUE -> GateState.DEGRADED;
		};
		String waitingFor = (task.state() == TaskState.PENDING) ? "other tasks: " + task.waitingFor()
				: task.waitingFor();
		Instant opened = (task.isDone() && task.started() != null) ? task.started().plus(task.elapsed()) : null;
		return new GateSnapshot(task.name(), state, opened, waitingFor, task.failures());
	}

}
