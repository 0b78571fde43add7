package dev.groundwork.report;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.ReadinessSnapshot;
import dev.groundwork.startup.StartupTask;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;

/**
 * {@link StartObserver} that records events with the JDK Flight Recorder: tasks and runs
 * of provisioning as they happen, gates and readiness by looking at a snapshot once in a
 * period.
 * <p>
 * Without a recording no class of an event is loaded: the first one costs some hundred
 * milliseconds, because the JDK then prepares all of its own.
 *
 * @since 0.1.0
 */
public final class FlightRecorderObserver implements StartObserver, FlightRecorderListener, AutoCloseable {

	private final Supplier<ReadinessSnapshot> readiness;

	private final Runnable look = this::look;

	private final Set<String> open = new HashSet<>();

	private String state = "";

	private boolean listening;

	private boolean closed;

	/**
	 * Create a new {@link FlightRecorderObserver} instance.
	 * @param readiness returns the readiness of the moment without waiting for anything
	 */
	public FlightRecorderObserver(Supplier<ReadinessSnapshot> readiness) {
		this.readiness = readiness;
	}

	/**
	 * Look at the readiness from now on if somebody records already.
	 */
	public void watch() {
		if (FlightRecorder.isInitialized()) {
			watchLater();
		}
	}

	/**
	 * Look at the readiness from now on or as soon as somebody records. Not for the time
	 * before the application is ready: to listen takes its time.
	 */
	public synchronized void watchLater() {
		if (!this.listening && !this.closed) {
			this.listening = true;
			FlightRecorder.addListener(this);
		}
	}

	@Override
	public synchronized void recorderInitialized(FlightRecorder recorder) {
		if (!this.closed) {
			FlightRecorder.addPeriodicEvent(ReadinessEvent.class, this.look);
		}
	}

	@Override
	public StartupTask around(StartupTask task) {
		return new ObservedTask(task, (progress) -> {
			if (!FlightRecorder.isInitialized()) {
				task.run(progress);
				return;
			}
			TaskEvent event = new TaskEvent(task.getName());
			event.begin();
			try {
				task.run(progress);
				event.done(true);
			}
			finally {
				event.commit();
			}
		});
	}

	@Override
	public ProvisioningRun around(String backEnd, ProvisioningRun run) {
		return () -> {
			if (!FlightRecorder.isInitialized()) {
				return run.run();
			}
			ProvisioningEvent event = new ProvisioningEvent(backEnd);
			event.begin();
			try {
				ProvisioningResult result = run.run();
				event.done(result);
				return result;
			}
			finally {
				event.commit();
			}
		};
	}

	/**
	 * Look at the readiness and record what has changed since the last look.
	 */
	public synchronized void look() {
		if (!FlightRecorder.isInitialized()) {
			return;
		}
		ReadinessSnapshot snapshot = this.readiness.get();
		snapshot.gates().stream().filter((gate) -> gate.state() == GateState.OPEN).forEach(this::opened);
		String current = snapshot.state().name();
		if (!current.equals(this.state)) {
			String waiting = snapshot.gates()
				.stream()
				.filter((gate) -> gate.state() != GateState.OPEN)
				.map(GateSnapshot::name)
				.collect(Collectors.joining(", "));
			new ReadinessEvent(current, this.state, waiting).commit();
			this.state = current;
		}
	}

	private void opened(GateSnapshot gate) {
		if (this.open.add(gate.name())) {
			Instant opened = gate.opened();
			new GateEvent(gate.name(), (opened != null) ? opened.toEpochMilli() : 0).commit();
		}
	}

	@Override
	public synchronized void close() {
		look();
		this.closed = true;
		if (this.listening) {
			FlightRecorder.removeListener(this);
			FlightRecorder.removePeriodicEvent(this.look);
		}
	}

}
