package dev.groundwork.startup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The start of an application as a graph of {@link StartupTask tasks} with one deadline.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class Startup {

	private static final Log logger = LogFactory.getLog(Startup.class);

	private static final TaskSnapshot NOT_STARTED = new TaskSnapshot("startup", List.of(), TaskState.PENDING, null,
			Duration.ZERO, "the application context", List.of());

	private final Supplier<Map<String, RunningTask>> source;

	private final Duration deadline;

	private final OnDeadline onDeadline;

	private final ExecutorService executor;

	private final AtomicBoolean begun = new AtomicBoolean();

	private final CompletableFuture<Void> completion = new CompletableFuture<>();

	private final CompletableFuture<Void> overdue = new CompletableFuture<>();

	private final Clock clock;

	private volatile @Nullable Map<String, RunningTask> tasks;

	/**
	 * Create a new {@link Startup} instance.
	 * @param tasks finds the tasks, in any order; asked when the start begins
	 * @param deadline how long all tasks together may take without progress; positive
	 * @param onDeadline what to do then
	 */
	public Startup(Supplier<? extends Collection<StartupTask>> tasks, Duration deadline, OnDeadline onDeadline) {
		this(tasks, deadline, onDeadline, Clock.systemUTC());
	}

	Startup(Supplier<? extends Collection<StartupTask>> tasks, Duration deadline, OnDeadline onDeadline, Clock clock) {
		this.source = () -> inOrder(tasks.get(), clock);
		this.clock = clock;
		this.deadline = deadline;
		this.onDeadline = onDeadline;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("groundwork-");
		threads.setDaemon(true);
		this.executor = Executors.newCachedThreadPool(threads);
	}

	private static Map<String, RunningTask> inOrder(Collection<StartupTask> tasks, Clock clock) {
		Map<String, RunningTask> ordered = new LinkedHashMap<>();
		StartupTaskGraph.of(tasks)
			.inOrder()
			.forEach((task) -> ordered.put(task.getName(), new RunningTask(task, clock)));
		return ordered;
	}

	/**
	 * Find and prepare every task and then start those that wait for no other. Returns at
	 * once. Has an effect once.
	 * @throws StartupGraphException if the tasks cannot be ordered; none has run then
	 */
	public void start() {
		if (!this.begun.compareAndSet(false, true)) {
			return;
		}
		Map<String, RunningTask> found = this.source.get();
		this.tasks = found;
		found.values().forEach((running) -> running.task().prepare());
		Map<String, CompletableFuture<Void>> futures = new LinkedHashMap<>();
		found.forEach((name, running) -> futures.put(name, schedule(running, futures)));
		allOf(futures.values()).whenComplete((result, failure) -> this.executor.shutdown());
		allOf(found.values().stream().map(RunningTask::settled).toList()).thenRun(() -> this.completion.complete(null));
		watchDeadline(this.deadline);
	}

	private void watchDeadline(Duration remaining) {
		onTimeout(this.completion, remaining, () -> {
			Duration extension = this.deadline.minus(sinceProgress());
			if (extension.compareTo(Duration.ZERO) > 0) {
				watchDeadline(extension);
			}
			else {
				deadlinePassed(unfinished(), this.deadline, "'groundwork.startup.deadline'");
				this.overdue.complete(null);
			}
		});
	}

	private Duration sinceProgress() {
		Map<String, RunningTask> found = this.tasks;
		return (found != null) ? found.values()
			.stream()
			.map(RunningTask::lastProgress)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.map((latest) -> Duration.between(latest, this.clock.instant()))
			.orElse(this.deadline) : this.deadline;
	}

	private CompletableFuture<Void> schedule(RunningTask running, Map<String, CompletableFuture<Void>> futures) {
		List<CompletableFuture<Void>> predecessors = new ArrayList<>();
		futures.forEach((name, future) -> {
			if (running.task().getAfter().contains(name)) {
				predecessors.add(future);
			}
		});
		return allOf(predecessors).thenRunAsync(() -> run(running), this.executor);
	}

	private void run(RunningTask running) {
		CompletableFuture<Void> ended = new CompletableFuture<>();
		Duration limit = running.task().getDeadline();
		if (limit != null) {
			onTimeout(ended, limit,
					() -> deadlinePassed(List.of(running.snapshot()), limit, "the deadline of the task"));
		}
		try {
			running.run();
		}
		catch (DiagnosedException ex) {
			this.completion.completeExceptionally(ex);
			throw ex;
		}
		finally {
			ended.complete(null);
		}
	}

	private static CompletableFuture<Void> allOf(Collection<CompletableFuture<Void>> futures) {
		return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
	}

	private static void onTimeout(CompletableFuture<Void> future, Duration limit, Runnable action) {
		future.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).whenComplete((result, failure) -> {
			if (failure instanceof TimeoutException) {
				action.run();
			}
		});
	}

	private void deadlinePassed(List<TaskSnapshot> overdue, Duration limit, String setting) {
		if (this.onDeadline == OnDeadline.DEGRADE) {
			goOnWithout(overdue.stream().map(this::running).filter((running) -> !running.task().isCritical()).toList());
			List<TaskSnapshot> critical = overdue.stream().filter((task) -> running(task).task().isCritical()).toList();
			if (!critical.isEmpty()) {
				tellOverdue(critical, limit, setting);
			}
		}
		else {
			tellOverdue(overdue, limit, setting);
		}
	}

	private RunningTask running(TaskSnapshot task) {
		return Objects.requireNonNull(Objects.requireNonNull(this.tasks).get(task.name()));
	}

	private void goOnWithout(List<RunningTask> dispensable) {
		dispensable.forEach((running) -> {
			logger.warn("Becoming ready without start-up task '%s', which runs on: waiting for %s"
				.formatted(running.task().getName(), waitingFor(running.snapshot())));
			running.overdue();
		});
	}

	private void tellOverdue(List<TaskSnapshot> overdue, Duration limit, String setting) {
		List<Diagnosis> diagnoses = overdue.stream().map((task) -> overdue(task, limit, setting)).toList();
		DiagnosedException failure = new DiagnosedException(diagnoses, null);
		if (this.onDeadline == OnDeadline.FAIL) {
			this.completion.completeExceptionally(failure);
		}
		else {
			logger.warn("Not ready after %d s, staying unready and trying on: %s".formatted(limit.toSeconds(),
					failure.getMessage()));
		}
	}

	private Diagnosis overdue(TaskSnapshot task, Duration limit, String setting) {
		return new Diagnosis(FailureKind.TRANSIENT, "Start-up task '%s'".formatted(task.name()),
				"not done after %d s, waiting for %s".formatted(limit.toSeconds(), waitingFor(task)),
				"%s for %d s".formatted(task.state(), task.elapsed().toSeconds()),
				"Remove the cause, or allow more time with %s.".formatted(setting));
	}

	private static String waitingFor(TaskSnapshot task) {
		return (task.waitingFor() != null) ? task.waitingFor() : "nothing it has told";
	}

	private List<TaskSnapshot> unfinished() {
		return tasks().stream().filter((task) -> !task.isDone()).toList();
	}

	/**
	 * Wait until every task is done, at most until the deadline has passed without
	 * progress.
	 * @throws DiagnosedException if a task has failed for good, or the deadline has
	 * passed and is to end the application
	 * @throws InterruptedException if the thread was interrupted
	 */
	public void await() throws InterruptedException {
		try {
			CompletableFuture.anyOf(this.completion, this.overdue).get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof CancellationException) {
				throw new InterruptedException("The start was stopped");
			}
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
	}

	/**
	 * Return the stage that completes when every task is done, exceptionally with a
	 * {@link DiagnosedException} when a task has failed for good.
	 * @return the completion of the start
	 */
	public CompletableFuture<Void> completion() {
		return this.completion.copy();
	}

	/**
	 * Return what is known about every task, without waiting for anything.
	 * @return the tasks, each after those it waits for
	 */
	public List<TaskSnapshot> tasks() {
		Map<String, RunningTask> found = this.tasks;
		return (found != null) ? found.values().stream().map(RunningTask::snapshot).toList() : List.of(NOT_STARTED);
	}

	/**
	 * Return who waits for whom, without waiting for anything.
	 * @return the waits of the tasks
	 */
	public WaitGraph waits() {
		return new WaitGraph(tasks().stream().filter((task) -> !task.isDone()).flatMap(Startup::waits).toList());
	}

	private static Stream<Wait> waits(TaskSnapshot task) {
		if (task.started() == null && !task.after().isEmpty()) {
			return task.after()
				.stream()
				.map((target) -> new Wait(task.name(), target, "ordered after it", task.elapsed(), null, true));
		}
		String target = task.waitingFor();
		return (target != null) ? Stream.of(new Wait(task.name(), target, "has told so", task.elapsed(), null, true))
				: Stream.empty();
	}

	/**
	 * Return the tasks that run at the moment.
	 * @return the tasks, by the identifier of their thread
	 */
	Map<Long, TaskSnapshot> running() {
		Map<Long, TaskSnapshot> running = new LinkedHashMap<>();
		all().forEach((task) -> {
			Thread thread = task.thread();
			if (thread != null) {
				running.put(thread.getId(), task.snapshot());
			}
		});
		return running;
	}

	/**
	 * Return the names of the threads that run tasks at the moment.
	 * @return the names
	 */
	Set<String> threads() {
		return all().stream()
			.map(RunningTask::thread)
			.filter(Objects::nonNull)
			.map(Thread::getName)
			.collect(Collectors.toSet());
	}

	/**
	 * Return the limits of the tasks that have one of their own.
	 * @return the limits by the name of the task
	 */
	Map<String, Duration> limits() {
		Map<String, Duration> limits = new LinkedHashMap<>();
		all().forEach((task) -> {
			Duration limit = task.task().getDeadline();
			if (limit != null) {
				limits.put(task.task().getName(), limit);
			}
		});
		return limits;
	}

	/**
	 * Return how far the tasks got.
	 * @return something that is equal as long as no task gets any further
	 */
	Object progress() {
		return all().stream().map((task) -> new Progress(task.snapshot().state(), task.lastProgress())).toList();
	}

	/**
	 * Return whether the tasks have been found.
	 * @return whether the start has begun
	 */
	boolean hasBegun() {
		return this.tasks != null;
	}

	private Collection<RunningTask> all() {
		Map<String, RunningTask> found = this.tasks;
		return (found != null) ? found.values() : List.of();
	}

	/**
	 * Interrupt every task that still runs and start no other.
	 */
	public void stop() {
		this.completion.cancel(false);
		this.executor.shutdownNow();
	}

	private record Progress(TaskState state, @Nullable Instant last) {
	}

}
