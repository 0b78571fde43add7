package dev.groundwork.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds back what passes a {@link FaultProxy}: for ever, or for a while. Thread-safe.
 */
final class FaultGate {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private boolean shut;

	private long delayNanos;

	void open() {
		change(false, Duration.ZERO);
	}

	void shut() {
		change(true, Duration.ZERO);
	}

	void delay(Duration delay) {
		change(false, delay);
	}

	private void change(boolean shut, Duration delay) {
		this.lock.lock();
		try {
			this.shut = shut;
			this.delayNanos = delay.toNanos();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Wait until something may pass.
	 * @param arrived when it arrived, by {@link System#nanoTime()}
	 * @throws InterruptedException if the thread was interrupted
	 */
	void pass(long arrived) throws InterruptedException {
		this.lock.lock();
		try {
			while (this.shut || remaining(arrived) > 0) {
				if (this.shut) {
					this.changed.await();
				}
				else {
					this.changed.await(remaining(arrived), TimeUnit.NANOSECONDS);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private long remaining(long arrived) {
		return arrived + this.delayNanos - System.nanoTime();
	}

}
