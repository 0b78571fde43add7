package dev.groundwork.startup;

import java.util.Set;

/**
 * {@link StartupTask} made of values.
 */
record SimpleStartupTask(String name, Set<String> after, StartupTask.Body body) implements StartupTask {

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Set<String> getAfter() {
		return this.after;
	}

	@Override
	public void run(StartupProgress progress) throws Exception {
		this.body.run(progress);
	}

}
