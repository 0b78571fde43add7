package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on other threads and waits for them: until all have ended, one has lost the
 * broker, nothing has moved for a while, or the waiting thread is interrupted.
 */
final class PatientWait {

	private final Executor executor;

	private final LongSupplier activity;

	private final Runnable abort;

	private final Duration patience;

	/**
	 * Create a wait.
	 * @param executor runs the tasks
	 * @param activity a number that changes while something moves
	 * @param abort makes the tasks fail that still run
	 * @param patience how long nothing may move
	 */
	PatientWait(Executor executor, LongSupplier activity, Runnable abort, Duration patience) {
		this.executor = executor;
		this.activity = activity;
		this.abort = abort;
		this.patience = patience;
	}

	/**
	 * Run the tasks.
	 * @param tasks the tasks
	 * @param onEach called on this thread each time one has ended
	 * @return why the broker could not be reached any more, or {@code null}
	 */
	@Nullable IOException run(List<? extends LaneTask> tasks, Runnable onEach) {
		CompletionService<Void> completion = new ExecutorCompletionService<>(this.executor);
		AtomicBoolean lost = new AtomicBoolean();
		tasks.forEach((task) -> completion.submit(() -> {
			if (!lost.get()) {
				task.run();
			}
			return null;
		}));
		IOException loss = null;
		for (int ended = 0; ended < tasks.size(); ended++) {
			try {
				take(completion).get();
				onEach.run();
			}
			catch (ExecutionException ex) {
				lost.set(true);
				loss = (loss != null) ? loss : lossOf(ex.getCause());
			}
			catch (InterruptedException ex) {
				lost.set(true);
				this.abort.run();
				Thread.currentThread().interrupt();
				return new InterruptedIOException("Interrupted while waiting for the broker");
			}
			catch (SocketTimeoutException ex) {
				lost.set(true);
				this.abort.run();
				return ex;
			}
		}
		return loss;
	}

	private Future<Void> take(CompletionService<Void> completion) throws InterruptedException, SocketTimeoutException {
		while (true) {
			long before = this.activity.getAsLong();
			Future<Void> ended = completion.poll(this.patience.toMillis(), TimeUnit.MILLISECONDS);
			if (ended != null) {
				return ended;
			}
			if (this.activity.getAsLong() == before) {
				throw new SocketTimeoutException(
						"The broker did nothing for %d s".formatted(this.patience.toSeconds()));
			}
		}
	}

	private static IOException lossOf(@Nullable Throwable failure) {
		if (failure instanceof IOException loss) {
			return loss;
		}
		if (failure instanceof RuntimeException unexpected) {
			throw unexpected;
		}
		throw new IllegalStateException(failure);
	}

}
