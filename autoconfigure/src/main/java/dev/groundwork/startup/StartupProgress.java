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

	/**
	 * Say how far the task got with something that takes long. Shown as
	 * {@link #waitingFor} shows it. The deadline of the start then begins anew, because
	 * it bounds the time without progress.
	 * @param achieved how far the task got, in one line, without secrets
	 */
	default void progressed(String achieved) {
		waitingFor(achieved);
	}

}
