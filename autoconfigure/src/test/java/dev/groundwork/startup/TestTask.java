package dev.groundwork.startup;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * {@link StartupTask} made of values, with everything that {@link SimpleStartupTask}
 * leaves out.
 */
record TestTask(String name, Set<String> after, @Nullable Duration deadline, Runnable preparation,
		StartupTask.Body body, boolean critical) implements StartupTask {

	static TestTask named(String name) {
		return new TestTask(name, Set.of(), null, () -> {
		}, (progress) -> {
		}, true);
	}

	TestTask after(String... names) {
		return new TestTask(this.name, new LinkedHashSet<>(List.of(names)), this.deadline, this.preparation, this.body,
				this.critical);
	}

	TestTask within(Duration limit) {
		return new TestTask(this.name, this.after, limit, this.preparation, this.body, this.critical);
	}

	TestTask preparing(Runnable newPreparation) {
		return new TestTask(this.name, this.after, this.deadline, newPreparation, this.body, this.critical);
	}

	TestTask running(StartupTask.Body newBody) {
		return new TestTask(this.name, this.after, this.deadline, this.preparation, newBody, this.critical);
	}

	TestTask dispensable() {
		return new TestTask(this.name, this.after, this.deadline, this.preparation, this.body, false);
	}

	@Override
	public boolean isCritical() {
		return this.critical;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Set<String> getAfter() {
		return this.after;
	}

	@Override
	public @Nullable Duration getDeadline() {
		return this.deadline;
	}

	@Override
	public void prepare() {
		this.preparation.run();
	}

	@Override
	public void run(StartupProgress progress) throws Exception {
		this.body.run(progress);
	}

}
