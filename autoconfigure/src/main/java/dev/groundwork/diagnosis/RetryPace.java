package dev.groundwork.diagnosis;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * {@link RetryPolicy} that tries transient failures again with an exponential back-off
 * and jitter, polls slowly what is blocked and never retries what is permanent. Keeps its
 * pace over the rounds into which a long wait is divided.
 */
final class RetryPace implements RetryPolicy {

	/**
	 * Attempts in one round. {@link org.springframework.core.retry.RetryTemplate} keeps
	 * every exception of a round, so a round must end although the wait may not.
	 */
	private static final int ATTEMPTS_PER_ROUND = 50;

	private final long blockedInterval;

	private final BackOffExecution transientBackOff;

	private int attempts;

	private FailureKind lastKind = FailureKind.TRANSIENT;

	RetryPace(long initialInterval, long maxInterval, long blockedInterval) {
		ExponentialBackOff backOff = new ExponentialBackOff(initialInterval, 1.5);
		backOff.setJitter(initialInterval);
		backOff.setMaxInterval(maxInterval);
		this.transientBackOff = backOff.start();
		this.blockedInterval = blockedInterval;
	}

	@Override
	public boolean shouldRetry(Throwable failure) {
		if (Thread.currentThread().isInterrupted() || !(failure instanceof DiagnosedException diagnosed)) {
			return false;
		}
		this.lastKind = diagnosed.getKind();
		return this.lastKind != FailureKind.PERMANENT;
	}

	@Override
	public BackOff getBackOff() {
		return () -> this::nextInterval;
	}

	private long nextInterval() {
		if (++this.attempts % ATTEMPTS_PER_ROUND == 0) {
			return BackOffExecution.STOP;
		}
		return (this.lastKind == FailureKind.BLOCKED) ? this.blockedInterval : this.transientBackOff.nextBackOff();
	}

}
