package dev.groundwork.probe;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that readiness waits for.
 *
 * @param kind the kind of thing: bean, task, gate, dependency or application
 * @param name the name of the thing
 * @param reason why it is not there yet
 * @param since since when it has been waited for, or {@code null} if that is not known
 * @param elapsed how long it has been waited for
 * @param thread the thread that waits, or {@code null} if none does
 */
record AwaitedThing(String kind, String name, String reason, @Nullable Instant since, Duration elapsed,
		@Nullable String thread) {
}
