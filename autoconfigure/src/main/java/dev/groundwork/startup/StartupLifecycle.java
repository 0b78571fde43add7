package dev.groundwork.startup;

import org.springframework.context.SmartLifecycle;

/**
 * Waits for the {@link Startup}, if it is to block the application context, and ends it
 * with the context: after the web servers have started and before any message listener. A
 * context that is stopped and started again does not run it again.
 *
 * @since 0.1.0
 */
public final class StartupLifecycle implements SmartLifecycle {

	/**
	 * Phase of the wait: after the management server, which has
	 * {@code DEFAULT_PHASE - 1536}, and before graceful shutdown ends and listeners
	 * start.
	 */
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

	private final Startup startup;

	private final StartupStrategy strategy;

	private volatile boolean running;

	/**
	 * Create a new {@link StartupLifecycle} instance.
	 * @param startup the start
	 * @param strategy whether to wait for it
	 */
	public StartupLifecycle(Startup startup, StartupStrategy strategy) {
		this.startup = startup;
		this.strategy = strategy;
	}

	@Override
	public void start() {
		this.running = true;
		this.startup.start();
		if (this.strategy == StartupStrategy.BLOCK) {
			await();
		}
	}

	private void await() {
		try {
			this.startup.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the start-up tasks", ex);
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.startup.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Return that the start goes on while the context is paused: it runs once.
	 */
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
