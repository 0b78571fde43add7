package dev.groundwork.readiness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.groundwork.startup.Startup;
import org.jspecify.annotations.Nullable;

/**
 * Whether the application takes requests. That depends on its gates, one for each
 * start-up task and those of the application's own, and on what it depends on while it
 * runs. Thread-safe; never waits.
 *
 * @since 0.1.0
 */
public final class Readiness {

	private final Startup startup;

	private final List<ReadinessGate> gates;

	private final Supplier<List<DependencySnapshot>> dependencies;

	private final CompletableFuture<Void> dependenciesSeen;

	private final BooleanSupplier broken;

	private volatile boolean stopping;

	private volatile @Nullable String breakage;

	/**
	 * Create a new {@link Readiness} instance.
	 * @param startup the start of the application
	 * @param gates the gates of the application's own
	 * @param dependencies what is known about the dependencies, without waiting for
	 * anything
	 */
	public Readiness(Startup startup, Collection<ReadinessGate> gates,
			Supplier<List<DependencySnapshot>> dependencies) {
		this(startup, gates, dependencies, CompletableFuture.completedFuture(null), () -> false);
	}

	/**
	 * Create a new {@link Readiness} instance that waits for the dependencies as well.
	 * @param startup the start of the application
	 * @param gates the gates of the application's own
	 * @param dependencies what the application depends on
	 */
	public Readiness(Startup startup, Collection<ReadinessGate> gates, Dependencies dependencies) {
		this(startup, gates, dependencies, dependencies.satisfied(), dependencies::isBroken);
	}

	private Readiness(Startup startup, Collection<ReadinessGate> gates, Supplier<List<DependencySnapshot>> dependencies,
			CompletableFuture<Void> dependenciesSeen, BooleanSupplier broken) {
		this.startup = startup;
		this.gates = List.copyOf(gates);
		this.dependencies = dependencies;
		this.dependenciesSeen = dependenciesSeen;
		this.broken = broken;
	}

	/**
	 * Return what is known about every gate.
	 * @return the gates
	 */
	public List<GateSnapshot> gates() {
		List<GateSnapshot> snapshots = new ArrayList<>();
		this.startup.tasks().forEach((task) -> snapshots.add(GateSnapshot.of(task)));
		this.gates.forEach((gate) -> snapshots.add(gate.snapshot()));
		return snapshots;
	}

	/**
	 * Return what is known about the readiness of the application.
	 * @return the readiness at this moment
	 */
	public ReadinessSnapshot snapshot() {
		List<GateSnapshot> currentGates = gates();
		List<DependencySnapshot> currentDependencies = this.dependencies.get();
		ReadinessState state = this.stopping ? ReadinessState.STOPPING
				: ReadinessState.of(currentGates, currentDependencies);
		return new ReadinessSnapshot(state, currentGates, currentDependencies);
	}

	/**
	 * Return whether the application takes requests.
	 * @return whether the application is ready
	 */
	public boolean isReady() {
		return snapshot().state().isReady();
	}

	/**
	 * Return whether the application will not recover by itself: something that only a
	 * restart helps has been lost for longer than it may. False unless it is asked for.
	 * @return whether the application is broken
	 */
	public boolean isBroken() {
		return !this.stopping && this.broken.getAsBoolean();
	}

	/**
	 * Take no requests any more, whatever is found from now on.
	 */
	public void refuse() {
		this.stopping = true;
	}

	/**
	 * Say that only a restart can help, for the liveness that the early probe server
	 * shows.
	 * @param reason why, in one line, without secrets, or {@code null} if that is over
	 */
	public void broken(@Nullable String reason) {
		this.breakage = reason;
	}

	/**
	 * Return why only a restart can help.
	 * @return the reason, or {@code null} if the application is not broken
	 */
	public @Nullable String breakage() {
		String told = this.breakage;
		if (told != null) {
			return told;
		}
		return isBroken() ? "what only a restart brings back has been lost for too long" : null;
	}

	/**
	 * Return the stage that completes when every gate is open and no dependency holds
	 * back readiness for the first time, exceptionally when a gate will never open.
	 * @return the completion
	 */
	public CompletableFuture<Void> whenReady() {
		List<CompletableFuture<?>> stages = new ArrayList<>();
		CompletableFuture<Void> started = this.startup.completion();
		stages.add(started);
		stages.add(this.dependenciesSeen);
		this.gates.forEach((gate) -> stages.add(gate.opened().toCompletableFuture()));
		CompletableFuture<Void> ready = CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new));
		started.whenComplete((result, failure) -> {
			if (failure != null) {
				ready.completeExceptionally(failure);
			}
		});
		return ready;
	}

}
