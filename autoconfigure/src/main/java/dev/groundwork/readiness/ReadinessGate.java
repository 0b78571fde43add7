package dev.groundwork.readiness;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * A gate of the application's own, which holds back readiness until the application
 * {@linkplain #open() opens} it. Define it as a bean. Thread-safe; once open it stays
 * open.
 *
 * @since 0.1.0
 */
public final class ReadinessGate {

	private final String name;

	private final CompletableFuture<Instant> opened = new CompletableFuture<>();

	private volatile @Nullable String waitingFor;

	/**
	 * Create a new {@link ReadinessGate} instance, closed.
	 * @param name the name of the gate, unique in the application
	 */
	public ReadinessGate(String name) {
		this.name = name;
	}

	/**
	 * Open the gate.
	 */
	public void open() {
		this.opened.complete(Instant.now());
	}

	/**
	 * Say what the gate is waiting for.
	 * @param reason the reason, in one line, without secrets
	 */
	public void waitingFor(String reason) {
		this.waitingFor = reason;
	}

	/**
	 * Return whether the gate is open.
	 * @return whether the gate is open
	 */
	public boolean isOpen() {
		return this.opened.isDone();
	}

	/**
	 * Return the name of the gate.
	 * @return the name
	 */
	public String getName() {
		return this.name;
	}

	CompletionStage<Instant> opened() {
		return this.opened;
	}

	GateSnapshot snapshot() {
		Instant instant = this.opened.getNow(null);
		return new GateSnapshot(this.name, (instant != null) ? GateState.OPEN : GateState.CLOSED, instant,
				(instant != null) ? null : this.waitingFor, List.of());
	}

}
