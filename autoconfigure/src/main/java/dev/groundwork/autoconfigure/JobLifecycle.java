package dev.groundwork.autoconfigure;

import org.springframework.context.SmartLifecycle;

/**
 * Runs a {@link Job} when every bean exists and before anything has started, and ends the
 * application.
 */
final class JobLifecycle implements SmartLifecycle {

	private final Job job;

	private final StandardOutput output;

	private final ApplicationTermination termination;

	private volatile boolean running;

	JobLifecycle(Job job, StandardOutput output, ApplicationTermination termination) {
		this.job = job;
		this.output = output;
		this.termination = termination;
	}

	@Override
	public void start() {
		this.running = true;
		try {
			this.termination.end(this.job.run(this.output));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the groundwork was laid", ex);
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Return the first phase: no web server, no listener and no task is to start.
	 */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
