package dev.groundwork.readiness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.groundwork.startup.Startup;

/**
 * The gates of the application: one for each start-up task and those of the application's
 * own. Thread-safe; never waits.
 *
 * @since 0.1.0
 */
public final class Readiness {

	private final Startup startup;

	private final List<ReadinessGate> gates;

	/**
	 * Create a new {@link Readiness} instance.
	 * @param startup the start of the application
	 * @param gates the gates of the application's own
	 */
	public Readiness(Startup startup, Collection<ReadinessGate> gates) {
		this.startup = startup;
		this.gates = List.copyOf(gates);
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
	 * Return whether every gate is open.
	 * @return whether the application is ready
	 */
	public boolean isReady() {
		return gates().stream().allMatch((gate) -> gate.state() == GateState.OPEN);
	}

	/**
	 * Return the stage that completes when every gate is open, exceptionally when one
	 * will never open.
	 * @return the completion
	 */
	public CompletableFuture<Void> whenReady() {
		List<CompletableFuture<Void>> stages = new ArrayList<>();
		CompletableFuture<Void> started = this.startup.completion();
		stages.add(started);
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
