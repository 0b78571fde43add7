package dev.groundwork.report;

import java.time.Duration;

/**
 * How long the start and the shutdown of an application may take.
 *
 * @param startupDeadline how long the start-up tasks may take
 * @param drainPeriod how long the application goes on serving when it is told to stop
 * @param shutdownPhase how long it may then take to stop
 * @since 0.1.0
 */
public record PodTimes(Duration startupDeadline, Duration drainPeriod, Duration shutdownPhase) {
}
