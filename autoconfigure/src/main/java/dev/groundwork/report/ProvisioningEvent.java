package dev.groundwork.report;

import dev.groundwork.plan.Change;
import dev.groundwork.provision.ProvisioningResult;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Flight Recorder event for a run of provisioning.
 */
@Name("dev.groundwork.Provisioning")
@Label("Provisioning")
@Category("Groundwork")
@Description("A run of provisioning on one back end, with all its attempts")
@StackTrace(false)
final class ProvisioningEvent extends Event {

	@Label("Back End")
	private final String backEnd;

	@Label("Done")
	private boolean done;

	@Label("Attempts")
	private int attempts;

	@Label("Changed Resources")
	private int changed;

	@Label("Unchanged Resources")
	private int unchanged;

	@Label("Drifted Resources")
	private int drifted;

	ProvisioningEvent(String backEnd) {
		this.backEnd = backEnd;
	}

	void done(ProvisioningResult result) {
		this.done = true;
		this.attempts = result.attempts();
		this.changed = result.changes().size();
		this.unchanged = result.plan().steps(Change.NONE).size();
		this.drifted = result.plan().steps(Change.DRIFT).size();
	}

	@Override
	public String toString() {
		return "%s done=%s attempts=%d changed=%d unchanged=%d drifted=%d".formatted(this.backEnd, this.done,
				this.attempts, this.changed, this.unchanged, this.drifted);
	}

}
