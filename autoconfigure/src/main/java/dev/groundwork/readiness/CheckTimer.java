package dev.groundwork.readiness;

import java.time.Duration;

/**
 * Runs something later.
 */
@FunctionalInterface
interface CheckTimer {

	/**
	 * Run the action once.
	 * @param delay how long to wait
	 * @param action the action, which does not wait
	 * @return what takes it back, if it has not begun
	 */
	Runnable after(Duration delay, Runnable action);

}
