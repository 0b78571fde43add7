package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.startup.StartupObservation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Ends the JVM whatever the thread that starts the application is stuck in: reports the
 * failure, interrupts that thread, lets the JVM end, and halts it if it does not.
 */
final class ForcedEnd {

	private static final Log logger = LogFactory.getLog(ForcedEnd.class);

	private static final int EXIT_CODE = 1;

	private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(10);

	private final StartupObservation observation;

	private final FailureReport report;

	private final boolean test;

	private final AtomicBoolean ended = new AtomicBoolean();

	/**
	 * Create a new {@link ForcedEnd} instance.
	 * @param observation what is seen of the start
	 * @param report where the failure is told
	 * @param test whether the JVM is not the application's to end
	 */
	ForcedEnd(StartupObservation observation, FailureReport report, boolean test) {
		this.observation = observation;
		this.report = report;
		this.test = test;
	}

	void end(DiagnosedException failure) {
		if (!this.ended.compareAndSet(false, true)) {
			return;
		}
		this.report.print(failure);
		if (!this.test) {
			startThread("groundwork-halt", true, ForcedEnd::haltAfterLongestShutdown);
		}
		interrupt();
		if (!this.test) {
			// Not on a daemon thread: the JVM must not end by itself, with 0
			startThread("groundwork-termination", false, () -> System.exit(EXIT_CODE));
		}
	}

	private void interrupt() {
		Thread thread = this.observation.startingThread();
		if (!this.observation.hasStarted()) {
			logger.warn("Interrupting the thread '%s', which starts the application".formatted(thread.getName()));
			thread.interrupt();
		}
	}

	private static void startThread(String name, boolean daemon, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(daemon);
		thread.start();
	}

	private static void haltAfterLongestShutdown() {
		CountDownLatch endOfJvm = new CountDownLatch(1);
		try {
			if (!endOfJvm.await(LONGEST_SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
				Runtime.getRuntime().halt(EXIT_CODE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
