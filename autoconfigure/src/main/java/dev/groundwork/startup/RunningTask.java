package dev.groundwork.startup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A {@link StartupTask} and how far it got. Written by the thread of the task, read by
 * any.
 */
final class RunningTask implements StartupProgress {

	private static final Log logger = LogFactory.getLog(RunningTask.class);

	private static final Duration NOTICE_INTERVAL = Duration.ofSeconds(10);

	private final StartupTask task;

	private final Clock clock;

	private volatile TaskSnapshot snapshot;

	private volatile @Nullable Instant started;

	private volatile @Nullable Instant progressed;

	private final CompletableFuture<Void> settled = new CompletableFuture<>();

	private volatile @Nullable Thread thread;

	private volatile boolean overdue;

	private @Nullable Instant lastNotice;

	RunningTask(StartupTask task, Clock clock) {
		this.task = task;
		this.clock = clock;
		List<String> after = task.getAfter().stream().sorted().toList();
		String waitingFor = after.isEmpty() ? null : String.join(", ", after);
		this.snapshot = new TaskSnapshot(task.getName(), after, TaskState.PENDING, null, Duration.ZERO, waitingFor,
				List.of());
	}

	StartupTask task() {
		return this.task;
	}

	/**
	 * Return the stage that completes when readiness no longer has to wait for the task.
	 * @return the stage; it does not complete exceptionally
	 */
	CompletableFuture<Void> settled() {
		return this.settled;
	}

	/**
	 * Let the task run on without readiness waiting for it.
	 */
	void overdue() {
		this.overdue = true;
		this.settled.complete(null);
	}

	/**
	 * Return the thread that runs the task.
	 * @return the thread, or {@code null} if the task does not run at the moment
	 */
	@Nullable Thread thread() {
		return this.thread;
	}

	void run() {
		this.started = this.clock.instant();
		this.thread = Thread.currentThread();
		try {
			runOnThread();
		}
		finally {
			this.thread = null;
		}
	}

	private void runOnThread() {
		update(TaskState.RUNNING, null, List.of());
		try {
			this.task.run(this);
			update(TaskState.DONE, null, List.of());
			this.settled.complete(null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			update(TaskState.RUNNING, "interrupted", List.of());
			throw new IllegalStateException("Start-up task '%s' was interrupted".formatted(this.task.getName()), ex);
		}
		catch (Exception | Error ex) {
			DiagnosedException failure = diagnosed(ex);
			logUnexpected(ex);
			update(TaskState.FAILED, null, failure.getDiagnoses());
			throw failure;
		}
	}

	private void logUnexpected(Throwable ex) {
		Throwable cause = (ex instanceof DiagnosedException) ? ex.getCause() : ex;
		boolean undiagnosed = cause == ex || cause instanceof RuntimeException || cause instanceof Error;
		if (undiagnosed) {
			// The report of a start that failed has no stack trace
			logger.error("Start-up task '%s' failed unexpectedly".formatted(this.task.getName()), cause);
		}
	}

	private DiagnosedException diagnosed(Throwable ex) {
		if (ex instanceof DiagnosedException diagnosed) {
			return diagnosed;
		}
		return new DiagnosedException(new Diagnosis(FailureKind.PERMANENT,
				"Start-up task '%s'".formatted(this.task.getName()), "failed with " + ex.getClass().getSimpleName(),
				String.valueOf(ex.getMessage()), "See the stack trace: the task ended with an exception of its own."),
				ex);
	}

	@Override
	public void waitingFor(String reason) {
		tell(reason, "Waiting for %s, for %d s: %s", Duration.ZERO);
	}

	private synchronized void tell(String what, String format, Duration notBefore) {
		if (this.snapshot.state() != TaskState.RUNNING) {
			return;
		}
		update(TaskState.RUNNING, what, List.of());
		Instant now = this.clock.instant();
		boolean isDue = this.lastNotice == null || !now.isBefore(this.lastNotice.plus(NOTICE_INTERVAL));
		if (isDue && elapsed().compareTo(notBefore) >= 0) {
			this.lastNotice = now;
			logger.info(format.formatted(this.task.getName(), elapsed().toSeconds(), what));
		}
	}

	@Override
	public void progressed(String achieved) {
		this.progressed = this.clock.instant();
		tell(achieved, "Task %s is getting on, after %d s: %s", NOTICE_INTERVAL);
	}

	/**
	 * Return when the task last got any further.
	 * @return the time, or {@code null} if it has not told
	 */
	@Nullable Instant lastProgress() {
		return this.progressed;
	}

	TaskSnapshot snapshot() {
		TaskSnapshot current = this.snapshot;
		if (current.state() != TaskState.RUNNING && current.state() != TaskState.PENDING) {
			return current;
		}
		return new TaskSnapshot(current.name(), current.after(), this.overdue ? TaskState.OVERDUE : current.state(),
				current.started(), elapsed(), current.waitingFor(), current.failures());
	}

	private synchronized void update(TaskState state, @Nullable String waitingFor, List<Diagnosis> failures) {
		this.snapshot = new TaskSnapshot(this.snapshot.name(), this.snapshot.after(), state, this.started, elapsed(),
				waitingFor, failures);
	}

	private Duration elapsed() {
		Instant since = this.started;
		return (since != null) ? Duration.between(since, this.clock.instant()) : Duration.ZERO;
	}

}
