package dev.groundwork.readiness;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.springframework.context.SmartLifecycle;

/**
 * What the application depends on while it runs, watched in the background from the start
 * of the context until its end. Thread-safe; what is known is told without waiting.
 *
 * @since 0.1.0
 */
public final class Dependencies implements Supplier<List<DependencySnapshot>>, SmartLifecycle {

	/**
	 * Phase in which the checks begin: after the web servers, and before the start-up
	 * tasks, so that no moment is without knowledge of them.
	 */
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 513;

	private final Supplier<? extends Collection<WatchedDependency>> source;

	private final CheckThreads threads;

	private final DependencyTransitions transitions;

	private final CompletableFuture<Void> satisfied = new CompletableFuture<>();

	private volatile List<DependencyMonitor> monitors = List.of();

	private volatile boolean startIsCompleted;

	private volatile boolean running;

	/**
	 * Create a new {@link Dependencies} instance.
	 * @param source finds the dependencies; asked when the watch begins
	 * @param threads where the checks run
	 */
	public Dependencies(Supplier<? extends Collection<WatchedDependency>> source, CheckThreads threads) {
		this(source, threads, new DependencyLog());
	}

	Dependencies(Supplier<? extends Collection<WatchedDependency>> source, CheckThreads threads,
			DependencyTransitions transitions) {
		this.source = source;
		this.threads = threads;
		this.transitions = transitions;
	}

	@Override
	public void start() {
		this.running = true;
		List<DependencyMonitor> found = this.source.get()
			.stream()
			.map((dependency) -> this.threads.monitor(dependency, this.transitions))
			.toList();
		this.monitors = found;
		CompletableFuture.allOf(found.stream().map(DependencyMonitor::satisfied).toArray(CompletableFuture[]::new))
			.thenRun(() -> this.satisfied.complete(null));
		found.forEach(DependencyMonitor::start);
		if (this.startIsCompleted) {
			found.forEach(DependencyMonitor::startCompleted);
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.monitors.forEach(DependencyMonitor::stop);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Return that the watch goes on while the context is paused.
	 */
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/**
	 * Return what is known about each dependency.
	 * @return the dependencies; empty before the watch begins
	 */
	@Override
	public List<DependencySnapshot> get() {
		return this.monitors.stream().map(DependencyMonitor::snapshot).toList();
	}

	/**
	 * Return whether a dependency has been down for so long that only a restart of the
	 * application helps.
	 * @return whether the application is broken
	 */
	public boolean isBroken() {
		return this.monitors.stream().anyMatch(DependencyMonitor::isBroken);
	}

	/**
	 * Note that every start-up task is done, which says that what they need is there.
	 */
	public void startCompleted() {
		this.startIsCompleted = true;
		this.monitors.forEach(DependencyMonitor::startCompleted);
	}

	/**
	 * Return the stage that completes when each dependency has held back readiness no
	 * longer once.
	 * @return the completion
	 */
	CompletableFuture<Void> satisfied() {
		return this.satisfied.copy();
	}

}
