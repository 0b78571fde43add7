package dev.groundwork.report;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Flight Recorder event for a start-up task.
 */
@Name("dev.groundwork.Task")
@Label("Start-up Task")
@Category("Groundwork")
@Description("A start-up task, from its begin to its end")
@StackTrace(false)
final class TaskEvent extends Event {

	@Label("Task")
	private final String task;

	@Label("Done")
	private boolean done;

	TaskEvent(String task) {
		this.task = task;
	}

	void done(boolean reached) {
		this.done = reached;
	}

	@Override
	public String toString() {
		return "%s done=%s".formatted(this.task, this.done);
	}

}
