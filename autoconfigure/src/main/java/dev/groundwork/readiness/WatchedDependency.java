package dev.groundwork.readiness;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A dependency and how it is watched.
 *
 * @param check finds out whether it does what it should
 * @param policy what its loss means for readiness
 * @param schedule when it is checked
 * @param brokenAfter how long it may be down before the application itself is taken for
 * broken, or {@code null} if it never is
 * @since 0.1.0
 */
public record WatchedDependency(DependencyCheck check, DependencyPolicy policy, CheckSchedule schedule,
		@Nullable Duration brokenAfter) {

	/**
	 * Create a new {@link WatchedDependency} instance whose loss never means that the
	 * application is broken.
	 * @param check finds out whether it does what it should
	 * @param policy what its loss means for readiness
	 * @param schedule when it is checked
	 */
	public WatchedDependency(DependencyCheck check, DependencyPolicy policy, CheckSchedule schedule) {
		this(check, policy, schedule, null);
	}

}
