package dev.groundwork.startup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Watches a start from before its context exists until everything that it waits for is
 * there: says who waits for whom when half and nine tenths of a deadline have passed,
 * says at once that two threads wait for each other, and at the deadline does what is
 * configured. The deadline of the tasks as a whole is the {@link Startup}'s.
 *
 * @since 0.1.0
 */
public final class StartupWatchdog implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(StartupWatchdog.class);

	private static final Duration LONGEST_PERIOD = Duration.ofSeconds(1);

	private static final Duration SHORTEST_PERIOD = Duration.ofMillis(20);

	private static final int[] PERCENTAGES = { 50, 90 };

	private final StartupObservation observation;

	private final Duration deadline;

	private final OnDeadline onDeadline;

	private final Consumer<DiagnosedException> end;

	private final Clock clock;

	private final WaitGraphText text;

	private final StartDiagnoses diagnoses;

	private final ScheduledExecutorService executor;

	private final Set<String> told = new HashSet<>();

	private Object progress = "";

	private Instant progressed;

	private Set<String> seenCycles = Set.of();

	private boolean expired;

	/**
	 * Create a new {@link StartupWatchdog} instance.
	 * @param observation what is seen of the start
	 * @param deadline the time without progress after which the start is overdue;
	 * positive
	 * @param onDeadline what to do then
	 * @param end ends the application; called at most once
	 */
	public StartupWatchdog(StartupObservation observation, Duration deadline, OnDeadline onDeadline,
			Consumer<DiagnosedException> end) {
		this(observation, deadline, onDeadline, end, Clock.systemUTC());
	}

	StartupWatchdog(StartupObservation observation, Duration deadline, OnDeadline onDeadline,
			Consumer<DiagnosedException> end, Clock clock) {
		this.observation = observation;
		this.deadline = deadline;
		this.onDeadline = onDeadline;
		this.end = end;
		this.clock = clock;
		this.progressed = clock.instant();
		this.text = new WaitGraphText(observation::stacks);
		this.diagnoses = new StartDiagnoses(observation, this.text);
		CustomizableThreadFactory threads = new CustomizableThreadFactory("groundwork-watchdog-");
		threads.setDaemon(true);
		this.executor = Executors.newSingleThreadScheduledExecutor(threads);
	}

	/**
	 * Watch from now on, on a thread of its own.
	 */
	public void start() {
		Duration twentieth = this.deadline.dividedBy(20);
		Duration period = (twentieth.compareTo(LONGEST_PERIOD) > 0) ? LONGEST_PERIOD
				: (twentieth.compareTo(SHORTEST_PERIOD) < 0) ? SHORTEST_PERIOD : twentieth;
		this.executor.scheduleWithFixedDelay(this::checkSafely, period.toMillis(), period.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	private void checkSafely() {
		try {
			check();
		}
		catch (RuntimeException ex) {
			logger.debug("The start could not be watched this time", ex);
		}
	}

	void check() {
		if (isOver()) {
			this.observation.cycle("");
			close();
			return;
		}
		Instant now = this.clock.instant();
		Object current = this.observation.progress();
		if (!current.equals(this.progress)) {
			this.progress = current;
			this.progressed = now;
			// Reading the threads costs more than all the rest: only where nothing moves
			return;
		}
		Duration idle = Duration.between(this.progressed, now);
		WaitGraph waits = this.observation.waits();
		tellCycles(waits);
		tellTime(waits, "the start", idle, this.deadline);
		tellTimeOfTasks(waits);
		if (idle.compareTo(this.deadline) >= 0 && !this.expired && isOurs()) {
			this.expired = true;
			deadlinePassed(waits, idle);
		}
	}

	private boolean isOver() {
		return this.observation.hasStarted() && !hasUnfinishedTasks() && this.observation.otherWaits().isEmpty();
	}

	private boolean isOurs() {
		return !this.observation.hasStarted() && isBeforeTasks() || areTasksDone();
	}

	private boolean areTasksDone() {
		Startup startup = this.observation.startup();
		CompletableFuture<Void> completion = (startup != null) ? startup.completion() : new CompletableFuture<>();
		// A failed start has been told of, and ends by itself unless it is stuck
		return completion.isDone() && !completion.isCompletedExceptionally();
	}

	private boolean isBeforeTasks() {
		Startup startup = this.observation.startup();
		return startup == null || !startup.hasBegun();
	}

	private boolean hasUnfinishedTasks() {
		Startup startup = this.observation.startup();
		return startup != null && !startup.completion().isDone();
	}

	private void tellCycles(WaitGraph waits) {
		// What was seen once may have been two moments
		Set<String> seen = new HashSet<>();
		String current = "";
		for (List<Wait> cycle : List.of(waits.deadlock(), waits.cycle())) {
			String path = WaitGraph.path(cycle);
			if (!path.isEmpty() && seen.add(path) && this.seenCycles.contains(path)) {
				current = path;
				tellCycle(cycle, path);
			}
		}
		this.seenCycles = seen;
		this.observation.cycle(current);
	}

	private void tellCycle(List<Wait> cycle, String path) {
		boolean certain = cycle.stream().allMatch((wait) -> wait.certain() && wait.thread() != null);
		if (!this.told.add(path)) {
			return;
		}
		if (certain && this.onDeadline == OnDeadline.FAIL && holdsBackTheStart(cycle)) {
			end(List.of(this.diagnoses.circle(cycle)));
			return;
		}
		String probably = cycle.stream().allMatch(Wait::certain) ? "Waiting" : "Probably waiting";
		logger.warn(lines("%s for each other: %s".formatted(probably, path), this.text.lines(cycle, List.of())));
	}

	private boolean holdsBackTheStart(List<Wait> deadlock) {
		// Other threads in a deadlock are no reason to end the application
		Set<String> threads = new HashSet<>(startingThread());
		this.observation.beans().forEach((bean) -> threads.add(bean.thread()));
		threads.addAll(this.observation.taskThreads());
		return deadlock.stream().map(Wait::thread).anyMatch(threads::contains);
	}

	private void tellTime(WaitGraph waits, String what, Duration elapsed, Duration limit) {
		for (int percentage : PERCENTAGES) {
			boolean passed = elapsed.compareTo(limit.multipliedBy(percentage).dividedBy(100)) >= 0;
			if (passed && this.told.add(what + percentage)) {
				logger.warn(lines("No progress of %s for %s s, %d %% of its deadline".formatted(what, seconds(elapsed),
						percentage), this.text.lines(waits.waits(), startingThread())));
			}
		}
	}

	private void tellTimeOfTasks(WaitGraph waits) {
		Startup startup = this.observation.startup();
		if (startup != null) {
			startup.limits()
				.forEach((name, limit) -> startup.tasks()
					.stream()
					.filter((task) -> task.name().equals(name) && task.state() == TaskState.RUNNING)
					.forEach((task) -> tellTime(waits, "start-up task '%s'".formatted(name), task.elapsed(), limit)));
		}
	}

	private Set<String> startingThread() {
		return this.observation.hasStarted() ? Set.of() : Set.of(this.observation.startingThread().getName());
	}

	private void deadlinePassed(WaitGraph waits, Duration idle) {
		List<Diagnosis> overdue = this.diagnoses.overdue(waits, idle);
		if (this.onDeadline == OnDeadline.FAIL) {
			end(overdue);
		}
		else {
			logger.warn("Not ready after %s s without progress, staying unready and trying on: %s"
				.formatted(seconds(idle), new DiagnosedException(overdue, null).getMessage()));
		}
	}

	private void end(List<Diagnosis> reasons) {
		close();
		this.end.accept(new DiagnosedException(reasons, null));
	}

	private static String lines(String headline, List<String> lines) {
		List<String> all = new ArrayList<>(List.of(headline));
		all.addAll(lines);
		return String.join(System.lineSeparator(), all);
	}

	private static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
	}

	/**
	 * Watch no longer.
	 */
	@Override
	public void close() {
		this.executor.shutdown();
	}

}
