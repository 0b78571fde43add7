package dev.groundwork.readiness;

import java.time.Duration;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ApplicationContextEvent;

/**
 * Event published once, when every gate has opened. Published on the thread that opened
 * the last gate.
 *
 * @since 0.1.0
 */
public final class GroundworkReadyEvent extends ApplicationContextEvent {

	private static final long serialVersionUID = 1L;

	private final Duration timeToReady;

	/**
	 * Create a new {@link GroundworkReadyEvent} instance.
	 * @param context the application context that is ready
	 * @param timeToReady the time since the start of the JVM
	 */
	public GroundworkReadyEvent(ApplicationContext context, Duration timeToReady) {
		super(context);
		this.timeToReady = timeToReady;
	}

	/**
	 * Return the time from the start of the JVM until every gate was open.
	 * @return the time to ready
	 */
	public Duration getTimeToReady() {
		return this.timeToReady;
	}

}
