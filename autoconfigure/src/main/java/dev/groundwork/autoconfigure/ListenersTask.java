package dev.groundwork.autoconfigure;

import java.util.Set;

import dev.groundwork.rabbitmq.HeldListeners;
import dev.groundwork.startup.StartupProgress;
import dev.groundwork.startup.StartupTask;

/**
 * {@link StartupTask} that starts the message listeners once everything is provisioned:
 * also what a listener writes to must be there before it consumes.
 */
final class ListenersTask implements StartupTask {

	private final HeldListeners listeners;

	private final Runnable created;

	private final Set<String> after;

	/**
	 * Create a new {@link ListenersTask} instance.
	 * @param listeners the listeners
	 * @param created called when every listener has been created
	 * @param after what has to be done before
	 */
	ListenersTask(HeldListeners listeners, Runnable created, Set<String> after) {
		this.listeners = listeners;
		this.created = created;
		this.after = Set.copyOf(after);
	}

	@Override
	public String getName() {
		return "rabbitmq-listeners";
	}

	@Override
	public Set<String> getAfter() {
		return this.after;
	}

	@Override
	public void prepare() {
		this.listeners.hold();
		this.created.run();
	}

	@Override
	public void run(StartupProgress progress) throws InterruptedException {
		this.listeners.start(progress::waitingFor);
	}

}
