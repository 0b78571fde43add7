package dev.groundwork.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessSnapshot;
import dev.groundwork.startup.BeanInCreation;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupObservation;
import dev.groundwork.startup.TaskSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What the probes of one application tell: from what is seen of its start, and from its
 * readiness as soon as there is one. Thread-safe; never waits.
 *
 * @since 0.1.0
 */
public final class StartStatus implements Supplier<ProbeStatus> {

	private final StartupObservation observation;

	private volatile @Nullable Startup startup;

	private volatile @Nullable Readiness readiness;

	private volatile boolean acceptingTraffic;

	private volatile boolean begunToAccept;

	private volatile boolean stopping;

	private volatile @Nullable String failure;

	/**
	 * Create a new {@link StartStatus} instance.
	 * @param observation what is seen of the start
	 */
	public StartStatus(StartupObservation observation) {
		this.observation = observation;
	}

	/**
	 * Tell of tasks, gates and dependencies too, from now on.
	 * @param newStartup the start of the application
	 * @param newReadiness the readiness of the application
	 */
	public void follow(Startup newStartup, Readiness newReadiness) {
		this.startup = newStartup;
		this.readiness = newReadiness;
	}

	/**
	 * Note whether the application itself takes requests, which it does when it has
	 * started.
	 * @param accepting whether it does
	 */
	public void acceptingTraffic(boolean accepting) {
		this.acceptingTraffic = accepting;
		this.begunToAccept |= accepting;
	}

	/**
	 * Note that the application stops.
	 */
	public void stopping() {
		this.stopping = true;
	}

	/**
	 * Note that the start has failed.
	 * @param thrown the failure; its message is shown only where it is known to hold no
	 * secret
	 */
	public void failed(Throwable thrown) {
		Throwable cause = thrown;
		while (!(cause instanceof DiagnosedException) && cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		this.failure = (cause instanceof DiagnosedException diagnosed)
				? diagnosed.getDiagnoses().stream().map(Diagnosis::summary).collect(Collectors.joining("; "))
				: "the start has failed with " + cause.getClass().getName();
	}

	@Override
	public ProbeStatus get() {
		Readiness followed = this.readiness;
		ReadinessSnapshot snapshot = (followed != null) ? followed.snapshot() : null;
		ProbeState state = state(snapshot);
		String breakage = this.failure;
		if (breakage == null && followed != null) {
			breakage = followed.breakage();
		}
		String cycle = this.observation.cycle();
		return new ProbeStatus(state, this.begunToAccept, breakage, this.observation.elapsed(), waitingFor(snapshot),
				cycle.isEmpty() ? null : cycle);
	}

	private ProbeState state(@Nullable ReadinessSnapshot snapshot) {
		if (this.failure != null) {
			return ProbeState.FAILED;
		}
		if (this.stopping) {
			return ProbeState.STOPPING;
		}
		ProbeState state = (snapshot != null) ? ProbeState.of(snapshot.state()) : ProbeState.STARTING;
		if (!state.isReady() || this.acceptingTraffic) {
			return state;
		}
		return this.begunToAccept ? ProbeState.UNREADY : ProbeState.STARTING;
	}

	private List<AwaitedThing> waitingFor(@Nullable ReadinessSnapshot snapshot) {
		List<AwaitedThing> things = new ArrayList<>();
		this.observation.beans().forEach((bean) -> things.add(bean(bean)));
		if (snapshot != null) {
			addTasksAndGates(things, snapshot.gates());
			snapshot.dependencies()
				.stream()
				.filter((dependency) -> dependency.holdsBack() || dependency.degrades())
				.forEach((dependency) -> things.add(dependency(dependency)));
		}
		if (things.isEmpty() && !this.acceptingTraffic && !this.stopping) {
			things.add(new AwaitedThing("application", "application",
					this.begunToAccept ? "refuses requests at the moment" : "is being started", null,
					this.observation.elapsed(), null));
		}
		return things;
	}

	private void addTasksAndGates(List<AwaitedThing> things, List<GateSnapshot> gates) {
		Startup followed = this.startup;
		Map<String, TaskSnapshot> tasks = new LinkedHashMap<>();
		if (followed != null) {
			followed.tasks().forEach((task) -> tasks.put(task.name(), task));
		}
		gates.stream().filter((gate) -> gate.state() != GateState.OPEN).forEach((gate) -> {
			TaskSnapshot task = tasks.get(gate.name());
			things.add((task != null) ? task(gate, task)
					: new AwaitedThing("gate", gate.name(), reason(gate), null, this.observation.elapsed(), null));
		});
	}

	private static AwaitedThing bean(BeanInCreation bean) {
		return new AwaitedThing("bean", bean.name(), "is being created", bean.since(),
				Duration.between(bean.since(), Instant.now()), bean.thread());
	}

	private static AwaitedThing task(GateSnapshot gate, TaskSnapshot task) {
		return new AwaitedThing("task", task.name(), reason(gate), task.started(), task.elapsed(), null);
	}

	private static String reason(GateSnapshot gate) {
		if (!gate.failures().isEmpty()) {
			return gate.failures().stream().map(Diagnosis::summary).collect(Collectors.joining("; "));
		}
		return (gate.waitingFor() != null) ? gate.waitingFor() : "has told no reason";
	}

	private static AwaitedThing dependency(DependencySnapshot dependency) {
		Diagnosis reason = dependency.reason();
		return new AwaitedThing("dependency", dependency.name(),
				(reason != null) ? reason.summary() : "is " + dependency.status(), dependency.since(),
				Duration.between(dependency.since(), Instant.now()), null);
	}

}
