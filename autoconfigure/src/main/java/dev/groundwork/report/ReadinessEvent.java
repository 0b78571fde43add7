package dev.groundwork.report;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/**
 * Flight Recorder event for a change of readiness.
 */
@Name("dev.groundwork.Readiness")
@Label("Readiness")
@Category("Groundwork")
@Description("Readiness has changed; noticed at most a period later")
@Period("1 s")
@StackTrace(false)
final class ReadinessEvent extends Event {

	@Label("State")
	private final String state;

	@Label("Previous State")
	private final String previous;

	@Label("Closed Gates")
	private final String closed;

	ReadinessEvent(String state, String previous, String closed) {
		this.state = state;
		this.previous = previous;
		this.closed = closed;
	}

	@Override
	public String toString() {
		return "%s after %s, closed: %s".formatted(this.state, this.previous, this.closed);
	}

}
