package dev.groundwork.report;

import java.time.Duration;
import java.util.Set;

import dev.groundwork.startup.StartupProgress;
import dev.groundwork.startup.StartupTask;
import org.jspecify.annotations.Nullable;

/**
 * {@link StartupTask} with something around what it does.
 */
final class ObservedTask implements StartupTask {

	private final StartupTask task;

	private final StartupTask.Body body;

	ObservedTask(StartupTask task, StartupTask.Body body) {
		this.task = task;
		this.body = body;
	}

	@Override
	public String getName() {
		return this.task.getName();
	}

	@Override
	public Set<String> getAfter() {
		return this.task.getAfter();
	}

	@Override
	public @Nullable Duration getDeadline() {
		return this.task.getDeadline();
	}

	@Override
	public void prepare() {
		this.task.prepare();
	}

	@Override
	public void run(StartupProgress progress) throws Exception {
		this.body.run(progress);
	}

}
