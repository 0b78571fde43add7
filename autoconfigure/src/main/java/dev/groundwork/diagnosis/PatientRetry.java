package dev.groundwork.diagnosis;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;

/**
 * Tries again for as long as a failure is not permanent. The wait has no end of its own:
 * it ends when the thread is interrupted.
 *
 * @since 0.1.0
 */
public final class PatientRetry {

	private final Duration initialInterval;

	private final Duration maxInterval;

	private final Duration blockedInterval;

	/**
	 * Create a new {@link PatientRetry} instance.
	 * @param initialInterval the time before the second attempt, positive; also the
	 * jitter
	 * @param maxInterval the longest time between two attempts after a transient failure
	 * @param blockedInterval the time between two attempts while the server is blocked
	 */
	public PatientRetry(Duration initialInterval, Duration maxInterval, Duration blockedInterval) {
		this.initialInterval = initialInterval;
		this.maxInterval = maxInterval;
		this.blockedInterval = blockedInterval;
	}

	/**
	 * Create a retry that notices within about two seconds that a server has come.
	 * @return the standard retry
	 */
	public static PatientRetry standard() {
		return new PatientRetry(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(10));
	}

	/**
	 * Run the given attempt until it succeeds or fails for good.
	 * @param <T> the type of the result
	 * @param subject what is attempted, for the diagnosis of an unexpected failure
	 * @param attempt the attempt; throws {@link DiagnosedException} to be tried again
	 * @param onRetry told why, each time before it is tried again
	 * @return the result of the attempt that succeeded
	 * @throws DiagnosedException if the attempt has failed for good
	 * @throws InterruptedException if the thread was interrupted
	 */
	public <T> T run(String subject, Supplier<T> attempt, Consumer<Diagnosis> onRetry) throws InterruptedException {
		RetryTemplate retryTemplate = new RetryTemplate(new RetryPace(this.initialInterval.toMillis(),
				this.maxInterval.toMillis(), this.blockedInterval.toMillis()));
		while (true) {
			try {
				return retryTemplate.execute(() -> tellOfFailure(attempt, onRetry));
			}
			catch (RetryException ex) {
				refuseIfFinal(subject, ex.getCause());
			}
		}
	}

	private static <T> T tellOfFailure(Supplier<T> attempt, Consumer<Diagnosis> onRetry) {
		try {
			return attempt.get();
		}
		catch (DiagnosedException ex) {
			if (ex.getKind() != FailureKind.PERMANENT && !Thread.currentThread().isInterrupted()) {
				onRetry.accept(ex.getDiagnoses().get(0));
			}
			throw ex;
		}
	}

	private static void refuseIfFinal(String subject, Throwable failure) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException("Interrupted while waiting for " + subject);
		}
		if (!(failure instanceof DiagnosedException diagnosed)) {
			throw new DiagnosedException(new Diagnosis(FailureKind.PERMANENT, subject, "unexpected failure",
					String.valueOf(failure), "See the stack trace."), failure);
		}
		if (diagnosed.getKind() == FailureKind.PERMANENT) {
			throw diagnosed;
		}
	}

}
