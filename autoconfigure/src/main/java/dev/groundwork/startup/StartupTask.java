package dev.groundwork.startup;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Something that has to be done before the application accepts traffic. Define a bean of
 * this type: its gate holds back readiness until {@link #run} has returned.
 * <p>
 * Tasks run at once, each on a thread of its own, except where {@link #getAfter()} orders
 * them.
 *
 * @since 0.1.0
 */
public interface StartupTask {

	/**
	 * Return the name of the task, under which its gate appears.
	 * @return a name that is unique among the tasks of the application
	 */
	String getName();

	/**
	 * Return the names of the tasks that have to be done before this one.
	 * @return the names; every one of them must exist
	 */
	default Set<String> getAfter() {
		return Set.of();
	}

	/**
	 * Return how long the task may run.
	 * @return the time from the start of the task, or {@code null} to have only the
	 * deadline of the whole start
	 */
	default @Nullable Duration getDeadline() {
		return null;
	}

	/**
	 * Return whether the application cannot do without the task.
	 * @return {@code false} to let the application become ready without the task when the
	 * deadline has passed, if that is to {@linkplain OnDeadline#DEGRADE degrade} it
	 */
	default boolean isCritical() {
		return true;
	}

	/**
	 * Prepare the task. Called once for every task, on the thread that starts the
	 * application, before any task runs; does no input or output. An exception ends the
	 * start.
	 */
	default void prepare() {
	}

	/**
	 * Run the task. Called once, on a thread that is interrupted when the application
	 * stops.
	 * @param progress where to say what is being waited for
	 * @throws Exception if the task has failed for good, which ends the application
	 */
	void run(StartupProgress progress) throws Exception;

	/**
	 * Create a task from a name and a body.
	 * @param name the name of the task
	 * @param after the names of the tasks that have to be done before
	 * @param body what to do
	 * @return the task
	 */
	static StartupTask of(String name, Set<String> after, Body body) {
		return new SimpleStartupTask(name, Set.copyOf(after), body);
	}

	/**
	 * Body of a {@link StartupTask}.
	 */
	@FunctionalInterface
	interface Body {

		/**
		 * Run the task.
		 * @param progress where to say what is being waited for
		 * @throws Exception if the task has failed for good
		 */
		void run(StartupProgress progress) throws Exception;

	}

}
