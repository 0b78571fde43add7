package dev.groundwork.report;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;

/**
 * Flight Recorder event for a gate that has opened.
 */
@Name("dev.groundwork.GateOpened")
@Label("Gate Opened")
@Category("Groundwork")
@Description("A gate has opened; noticed at most a second later")
@StackTrace(false)
final class GateEvent extends Event {

	@Label("Gate")
	private final String gate;

	@Label("Opened")
	@Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
	private final long opened;

	GateEvent(String gate, long opened) {
		this.gate = gate;
		this.opened = opened;
	}

	@Override
	public String toString() {
		return "%s opened at %d".formatted(this.gate, this.opened);
	}

}
