package dev.groundwork.readiness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

import dev.groundwork.diagnosis.ConnectionDiagnosis;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Watches one dependency. Never runs two checks at once: one that hangs is left alone and
 * counts as failed again and again until it returns, without another thread. Its lock is
 * never held while something waits.
 */
final class DependencyMonitor implements DependencyEvents {

	private static final int STACK_DEPTH = 8;

	private static final Runnable NOTHING = () -> {
	};

	private final WatchedDependency dependency;

	private final Clock clock;

	private final CheckTimer timer;

	private final Executor executor;

	private final DoubleSupplier random;

	private final DependencyTransitions transitions;

	private final CompletableFuture<Void> satisfied = new CompletableFuture<>();

	private volatile DependencyState state;

	private volatile @Nullable Run running;

	private Runnable cancelNext = NOTHING;

	private boolean started;

	private boolean stopped;

	DependencyMonitor(WatchedDependency dependency, Clock clock, CheckTimer timer, Executor executor,
			DoubleSupplier random, DependencyTransitions transitions) {
		this.dependency = dependency;
		this.clock = clock;
		this.timer = timer;
		this.executor = executor;
		this.random = random;
		this.transitions = transitions;
		this.state = DependencyState.unknown(clock.instant());
		if (dependency.policy() == DependencyPolicy.IGNORE) {
			this.satisfied.complete(null);
		}
	}

	/**
	 * Begin to check, once.
	 */
	void start() {
		synchronized (this) {
			if (this.started || this.stopped) {
				return;
			}
			this.started = true;
		}
		this.dependency.check().listen(this);
		synchronized (this) {
			checkIn(this.dependency.check().isVerifiedByStart() ? nextDelay(true) : Duration.ZERO);
		}
	}

	/**
	 * Note that every start-up task is done. What they have verified is up; what still
	 * holds back readiness is checked at once.
	 */
	synchronized void startCompleted() {
		if (this.stopped || !this.started || this.satisfied.isDone()) {
			return;
		}
		if (this.state.status() == DependencyStatus.UNKNOWN && this.dependency.check().isVerifiedByStart()) {
			become(this.state.reported(List.of(), this.clock.instant()));
			checkIn(nextDelay(false));
		}
		else {
			report(List.of());
		}
	}

	synchronized void stop() {
		this.stopped = true;
		this.cancelNext.run();
	}

	DependencySnapshot snapshot() {
		Run run = this.running;
		return snapshot(this.state, (run != null && run.overdue) ? run.hung() : null);
	}

	private DependencySnapshot snapshot(DependencyState current, @Nullable HungCheck hung) {
		return new DependencySnapshot(this.dependency.check().getName(), this.dependency.policy(), current.status(),
				current.seen(), current.since(), current.reason(), hung);
	}

	/**
	 * Return the stage that completes when the dependency does not hold back readiness
	 * for the first time.
	 * @return the completion
	 */
	CompletableFuture<Void> satisfied() {
		return this.satisfied;
	}

	boolean isBroken() {
		Duration limit = this.dependency.brokenAfter();
		DependencyState current = this.state;
		return limit != null && current.seen() && current.status() == DependencyStatus.DOWN
				&& !current.since().plus(limit).isAfter(this.clock.instant());
	}

	@Override
	public synchronized void report(List<Diagnosis> found) {
		if (this.stopped || !this.started) {
			return;
		}
		if (!found.isEmpty()) {
			become(this.state.reported(found, this.clock.instant()));
		}
		Run run = this.running;
		if (run != null) {
			// What it finds may be older than what was told
			run.outdated = true;
		}
		else {
			checkIn(Duration.ZERO);
		}
	}

	private Duration nextDelay(boolean settled) {
		return this.dependency.schedule().delay(settled, this.random.getAsDouble());
	}

	private void checkIn(Duration delay) {
		this.cancelNext.run();
		this.cancelNext = this.stopped ? NOTHING : this.timer.after(delay, this::check);
	}

	private void check() {
		Run run;
		synchronized (this) {
			if (this.stopped || this.running != null) {
				return;
			}
			run = new Run(this.clock.instant());
			this.running = run;
			run.cancelTimeout = this.timer.after(this.dependency.schedule().timeout(), () -> overdue(run));
		}
		try {
			this.executor.execute(() -> perform(run));
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			ended(run, List.of(diagnose(ex)));
		}
	}

	private void perform(Run run) {
		run.thread = Thread.currentThread();
		List<Diagnosis> found;
		try {
			found = List.copyOf(this.dependency.check().check());
		}
		catch (DiagnosedException ex) {
			found = ex.getDiagnoses();
		}
		// An error in a check must not end the watch
		catch (Throwable ex) {
			found = List.of(diagnose(ex));
		}
		ended(run, found);
	}

	private synchronized void ended(Run run, List<Diagnosis> found) {
		run.cancelTimeout.run();
		run.thread = null;
		this.running = null;
		if (this.stopped) {
			return;
		}
		if (run.outdated) {
			checkIn(Duration.ZERO);
			return;
		}
		become(this.state.checked(found, this.dependency.schedule(), this.clock.instant()));
		checkIn(nextDelay(this.state.isSettled()));
	}

	private synchronized void overdue(Run run) {
		if (this.stopped || this.running != run) {
			return;
		}
		run.overdue = true;
		run.cancelTimeout = this.timer.after(this.dependency.schedule().retry(), () -> overdue(run));
		Instant now = this.clock.instant();
		become(this.state.checked(List.of(hung(run, now)), this.dependency.schedule(), now));
	}

	private void become(DependencyState next) {
		DependencyState before = this.state;
		this.state = next;
		DependencySnapshot after = snapshot(next, null);
		if (before.status() != next.status()) {
			this.transitions.changed(snapshot(before, null), after);
		}
		if (!this.satisfied.isDone() && !after.holdsBack()) {
			// Whoever waits for this may take its time
			this.executor.execute(() -> this.satisfied.complete(null));
		}
	}

	private Diagnosis hung(Run run, Instant now) {
		List<String> stack = run.hung().stack();
		return new Diagnosis(FailureKind.TRANSIENT, subject(),
				"the check hangs for %d ms".formatted(Duration.between(run.begun, now).toMillis()),
				stack.isEmpty() ? "no thread to run it" : "at " + stack.get(0),
				"Find out what it waits for from its stack, and give it a time-out of its own.");
	}

	private Diagnosis diagnose(Throwable failure) {
		Diagnosis diagnosis = ConnectionDiagnosis.of(failure, subject());
		return (diagnosis != null) ? diagnosis : new Diagnosis(FailureKind.TRANSIENT, subject(), "the check failed",
				String.valueOf(failure), "See the cause.");
	}

	private String subject() {
		return "dependency '%s'".formatted(this.dependency.check().getName());
	}

	/**
	 * A check that has begun.
	 */
	private static final class Run {

		private final Instant begun;

		private volatile @Nullable Thread thread;

		private volatile boolean overdue;

		private boolean outdated;

		private Runnable cancelTimeout = NOTHING;

		Run(Instant begun) {
			this.begun = begun;
		}

		HungCheck hung() {
			Thread current = this.thread;
			StackTraceElement[] stack = (current != null) ? current.getStackTrace() : new StackTraceElement[0];
			return new HungCheck(this.begun,
					Arrays.stream(stack).limit(STACK_DEPTH).map(StackTraceElement::toString).toList());
		}

	}

}
