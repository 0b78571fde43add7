package dev.groundwork.startup;

/**
 * What a running {@link StartupTask} tells about itself. May be called on any thread.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StartupProgress {

	/**
	 * Say what the task is waiting for. Shown in the health details, the endpoint and, at
	 * most once in ten seconds, in the log.
	 * @param reason what is being waited for and why, in one line, without secrets
	 */
	void waitingFor(String reason);

}
