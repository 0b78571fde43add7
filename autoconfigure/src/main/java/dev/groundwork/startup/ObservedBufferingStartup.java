package dev.groundwork.startup;

import java.util.function.Predicate;

import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline;
import org.springframework.core.metrics.StartupStep;

/**
 * {@link BufferingApplicationStartup} of the user, whose steps are also seen by us. A
 * subclass, because Actuator looks for the type; it has nothing in its own buffer.
 */
final class ObservedBufferingStartup extends BufferingApplicationStartup {

	private final BufferingApplicationStartup users;

	private final BeansInCreation beans;

	ObservedBufferingStartup(BufferingApplicationStartup users, BeansInCreation beans) {
		super(1);
		this.users = users;
		this.beans = beans;
	}

	BufferingApplicationStartup users() {
		return this.users;
	}

	@Override
	public void startRecording() {
		this.users.startRecording();
	}

	@Override
	public void addFilter(Predicate<StartupStep> filter) {
		this.users.addFilter(filter);
	}

	@Override
	public StartupStep start(String name) {
		return this.beans.observed(name, this.users.start(name));
	}

	@Override
	public StartupTimeline getBufferedTimeline() {
		return this.users.getBufferedTimeline();
	}

	@Override
	public StartupTimeline drainBufferedTimeline() {
		return this.users.drainBufferedTimeline();
	}

}
