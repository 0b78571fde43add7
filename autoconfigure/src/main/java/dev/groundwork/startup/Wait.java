package dev.groundwork.startup;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An edge of the {@link WaitGraph}: something that waits for something else.
 *
 * @param waiter what waits, such as a task, a bean that is being created, or a thread
 * @param target what it waits for
 * @param reason why, in one line
 * @param elapsed how long it has waited so far
 * @param thread the name of the thread that waits, or {@code null} if none does
 * @param certain whether this is known for sure, and not concluded from what was seen
 * @since 0.1.0
 */
public record Wait(String waiter, String target, String reason, Duration elapsed, @Nullable String thread,
		boolean certain) {
}
