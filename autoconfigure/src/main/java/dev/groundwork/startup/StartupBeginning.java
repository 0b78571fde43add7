package dev.groundwork.startup;

import org.springframework.context.SmartLifecycle;

/**
 * Begins the {@link Startup} when every bean exists, while the web servers are still to
 * start: most tasks need none. {@link StartupLifecycle} waits for it and ends it.
 *
 * @since 0.1.0
 */
public final class StartupBeginning implements SmartLifecycle {

	/**
	 * Phase of the beginning: before the web server, which has
	 * {@code DEFAULT_PHASE - 2048}.
	 */
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 2049;

	private final Startup startup;

	private volatile boolean running;

	/**
	 * Create a new {@link StartupBeginning} instance.
	 * @param startup the start
	 */
	public StartupBeginning(Startup startup) {
		this.startup = startup;
	}

	@Override
	public void start() {
		this.running = true;
		this.startup.start();
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
